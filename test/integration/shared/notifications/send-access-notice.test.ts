import { beforeEach, describe, expect, it } from 'vitest';
import { accessNoticeRequested } from '../../../../shared/contracts/events/access-notice-requested.ts';
import { accessGranted } from '../../../../shared/contracts/events/access-granted.ts';
import { createAccessNoticeStore } from '../../../../shared/notifications/access-notice-store.ts';
import { sendAccessNotice } from '../../../../shared/notifications/send-access-notice.ts';
import type { Mailer, MailOutcome } from '../../../../shared/notifications/mail-sender.ts';
import { noticeKey } from '../../../../shared/table/keys.ts';
import { newUlid } from '../../../../shared/table/ulid.ts';
import { buildClock, noon } from '../../../builders/fakes/clock.ts';
import { deathsOf, dyingProcess, redeliver } from '../../../builders/fakes/dying-process.ts';
import { usualEngines } from '../../../builders/engines/engines.ts';
import { interceptTable } from '../../../builders/engines/intercepted-table.ts';
import { buildApis } from '../../../builders/worlds/seller-api.ts';
import { eventsOf } from '../../../builders/items/shop-events.ts';
import { readItem } from '../../../builders/items/table-items.ts';
import { useTable } from '../../../builders/engines/table.ts';

const email = { channel: 'email', address: 'ann@example.com' } as const;
const inSellerCenter = { channel: 'seller_center_message' } as const;

describe.each(usualEngines())('telling a shop of its access, on %s', (engine) => {
  const table = useTable(engine);
  const clock = buildClock();
  const { ops } = buildApis(table, clock);
  const mails: string[] = [];
  const counted: string[] = [];
  let answer: () => MailOutcome;
  const mailer: Mailer = {
    send: async (to, { subject }) => {
      const outcome = answer();
      if (outcome.type === 'sent') mails.push(`${to}: ${subject}`);
      return outcome;
    },
  };
  const metrics = {
    possiblyRepeated: () => void counted.push('repeated'),
    failed: (reason: string) => void counted.push(reason),
  };
  const send = (event: unknown, on = table, over: Mailer = mailer) =>
    sendAccessNotice({ store: createAccessNoticeStore(on), mailer: over, metrics, clock, newId: newUlid })(
      (event as { since?: string }).since === undefined
        ? accessGranted.detail.parse(event)
        : accessNoticeRequested.detail.parse(event),
    );
  /** Details of the events of access, as the bus brings them. */
  const events = async () =>
    (await eventsOf(table, 's', 'Access Granted', 'Access Terminated')).map(({ detail }) => detail);
  const shown = async () => (await eventsOf(table, 's', 'Seller Center Message Requested')).map(({ detail }) => detail);
  const notice = async () => {
    const [event] = (await events()) as { eventId: string }[];
    return readItem(table, noticeKey('s', `access.${event?.eventId}`));
  };
  const grant = async (notify: object | undefined) => {
    await ops.set('s', notify ? { notify, reason: 'SECRET', members: [{ subject: 'SECRET', role: 'owner' }] } : {});
    return (await events())[0];
  };
  const sendAgain = (event: unknown) => redeliver(clock, () => send(event));
  beforeEach(() => {
    clock.time = noon;
    mails.length = 0;
    counted.length = 0;
    answer = () => ({ type: 'sent' });
  });

  it('happens by mail once, however often the event comes', async () => {
    const event = await grant(email);
    await Promise.allSettled([send(event), send(event)]);
    await sendAgain(event);
    expect(mails).toEqual(['ann@example.com: Your shop s now has Seller Security Center']);
    expect(await notice()).toMatchObject({ status: 'sent', repeats: 0 });
    expect(counted).toEqual([]);
  });

  it('happens in Seller Center once, and names nobody', async () => {
    const event = await grant(inSellerCenter);
    await Promise.allSettled([send(event), send(event)]);
    await sendAgain(event);
    expect(await shown()).toMatchObject([{ shopId: 's', subject: 'Your shop s now has Seller Security Center' }]);
    expect(JSON.stringify(await shown())).not.toContain('SECRET');
    expect(mails).toEqual([]);
  });

  it('happens once more for each request of ops, and once for each of their IDs', async () => {
    await send(await grant(email));
    clock.advance(60_000);
    const before = (await ops.show('s')).body;
    const answer = await ops.tellAgain('s', 'lost-1');
    expect(answer).toMatchObject({ status: 202, body: { noticeId: 'lost-1', state: 'active', channel: 'email' } });
    expect(await ops.tellAgain('s', 'lost-1')).toEqual(answer);
    await ops.tellAgain('s', 'lost-2');
    const requests = (await eventsOf(table, 's', 'Access Notice Requested')).map(({ detail }) => detail);
    expect(requests).toHaveLength(2);
    for (const request of [...requests, ...requests]) await send(request);
    expect(mails).toEqual(
      Array.from({ length: 3 }, () => 'ann@example.com: Your shop s now has Seller Security Center'),
    );
    expect((await ops.show('s')).body).toEqual(before);
  });

  it('is not asked for where there is nothing to tell or no way to, and not done when it is no longer so', async () => {
    expect(await ops.tellAgain('s', 'one')).toMatchObject({ status: 404, body: { code: 'not_found' } });
    await grant(undefined);
    expect(await ops.tellAgain('s', 'one')).toMatchObject({ status: 404, body: { code: 'not_found' } });
    await ops.set('s', { notify: email });
    expect(await ops.tellAgain('s', 'one')).toMatchObject({ status: 202 });
    clock.advance(1000);
    await ops.set('s', { state: 'terminated' });
    const [request] = (await eventsOf(table, 's', 'Access Notice Requested')).map(({ detail }) => detail);
    await send(request);
    expect(mails).toEqual([]);
  });

  it('happens at the end too, and again when it is granted again', async () => {
    await grant(email);
    clock.advance(1000);
    await ops.set('s', { state: 'terminated' });
    await send((await events())[1]);
    clock.advance(1000);
    await ops.set('s');
    const [, , again] = await events();
    await send(again);
    expect(mails.map((mail) => mail.replace('ann@example.com: ', ''))).toEqual([
      'Seller Security Center has ended for your shop s',
      'Your shop s now has Seller Security Center',
    ]);
  });

  it('leaves out what was overtaken', async () => {
    const granted = await grant(email);
    clock.advance(1000);
    await ops.set('s', { state: 'terminated' });
    clock.advance(1000);
    await ops.set('s');
    for (const event of [granted, ...(await events()).slice(1)]) await send(event);
    expect(mails).toHaveLength(1);
  });

  it('does not happen to a shop without a wish, and not for a change that is neither', async () => {
    await send(await grant(undefined));
    await ops.set('s', { notify: email });
    expect(await events()).toHaveLength(1);
    expect([mails, await notice()]).toEqual([[], undefined]);
  });

  it('fails for good, once and with an alarm, when the mail is refused', async () => {
    const event = await grant(email);
    answer = () => ({ type: 'refused', errorName: 'MessageRejected' });
    await send(event);
    await send(event);
    expect(counted).toEqual(['MessageRejected']);
    expect(await notice()).toMatchObject({ status: 'failed', failure: 'MessageRejected' });
  });

  it('waits while the mail service takes nothing, and is then no repeat', async () => {
    const event = await grant(email);
    answer = () => ({ type: 'not_now', errorName: 'TooManyRequestsException' });
    await expect(send(event)).rejects.toMatchObject({ code: 'unavailable' });
    answer = () => ({ type: 'sent' });
    await send(event);
    expect([mails.length, counted, (await notice())?.['repeats']]).toEqual([1, [], 0]);
  });

  describe.each([
    ['by mail', email, 4],
    ['in Seller Center', inSellerCenter, 3],
  ] as const)('%s, by a process that dies', (_, notify, calls) => {
    it.each(
      deathsOf(calls),
    )('at its call %i (performed: %s), arrives, at most twice, and twice only when counted', async (nth, performed) => {
      const event = await grant(notify);
      const dying = dyingProcess(nth, performed);
      const mortal = interceptTable(table, (_command, perform) => dying.call(perform));
      await expect(send(event, mortal, { send: (...mail) => dying.call(() => mailer.send(...mail)) })).rejects.toThrow(
        'the process',
      );

      await sendAgain(event);
      const arrived = notify === email ? mails.length : (await shown()).length;
      const repeats = Number((await notice())?.['repeats']);
      expect(arrived).toBeGreaterThanOrEqual(1);
      expect(arrived).toBeLessThanOrEqual(1 + repeats);
      expect(counted).toHaveLength(repeats);
      expect(await notice()).toMatchObject({ status: 'sent' });
    });
  });
});
