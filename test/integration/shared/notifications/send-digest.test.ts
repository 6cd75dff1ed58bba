import { beforeEach, describe, expect, it } from 'vitest';
import { sellerCenterMessageRequested } from '../../../../shared/contracts/events/seller-center-message-requested.ts';
import type { Mailer } from '../../../../shared/notifications/mail-sender.ts';
import { settingsOf } from '../../../../shared/notifications/settings-rules.ts';
import { notificationSettingsKey } from '../../../../shared/table/keys.ts';
import { buildClock, noon } from '../../../builders/fakes/clock.ts';
import { deathsOf, dyingProcess, redeliver } from '../../../builders/fakes/dying-process.ts';
import { usualEngines } from '../../../builders/engines/engines.ts';
import { interceptTable } from '../../../builders/engines/intercepted-table.ts';
import { buildNoticeWorld } from '../../../builders/worlds/notice-world.ts';
import { buildOrderAlert, putAlerts } from '../../../builders/items/shop-alerts.ts';
import { accessItem } from '../../../builders/items/stored-items.ts';
import { useTable } from '../../../builders/engines/table.ts';
import { putItems } from '../../../builders/items/table-items.ts';

const email = { channel: 'email', address: 'ann@example.com' } as const;
const inSellerCenter = { channel: 'seller_center_message' } as const;
const alert = buildOrderAlert();

describe.each(usualEngines())('a digest on %s', (engine) => {
  const table = useTable(engine);
  const clock = buildClock();
  const world = buildNoticeWorld(table, clock);
  const begin = async (notify: typeof email | typeof inSellerCenter | { channel: 'email' }, alerts = [alert]) => {
    await putItems(table, accessItem('s', { notify, timeZone: 'Africa/Cairo' }));
    await putAlerts(table, 's', alerts);
    for (const one of alerts) await world.hear(one);
    return world.scheduled()[0] ?? '';
  };
  const digest = async () => (await world.digests())[0];
  const sendAgain = (name: string) => redeliver(clock, () => world.send(name));
  beforeEach(() => {
    clock.time = noon;
    world.reset();
  });

  it('goes out by mail once, however often its schedule fires', async () => {
    const name = await begin(email);
    await Promise.allSettled([world.send(name), world.send(name)]);
    await sendAgain(name);
    await sendAgain(name);
    expect(world.mails.map(({ to, message }) => [to, message.subject])).toEqual([
      ['ann@example.com', '1 alert in your shop s needs your action'],
    ]);
    expect(world.mails[0]?.message.text).toContain('15:00 (Africa/Cairo, UTC+02:00)');
    expect(await digest()).toMatchObject({ status: 'sent', repeats: 0 });
    expect(world.metrics).toEqual([]);
  });

  it('is shown in Seller Center by an event of the transaction that marks it', async () => {
    const name = await begin(inSellerCenter);
    await world.send(name);
    await world.send(name);
    const [shown, ...more] = await world.shown();
    expect(more).toEqual([]);
    expect(sellerCenterMessageRequested.detail.parse(shown)).toMatchObject({
      shopId: 's',
      subject: '1 alert in your shop s needs your action',
      body: expect.stringContaining('Security Alert Order, high risk'),
    });
    expect(JSON.stringify(shown)).not.toMatch(/buyer-1|order-1/);
    expect(world.mails).toEqual([]);
  });

  it('leaves out alerts that were answered meanwhile, and is not sent for none', async () => {
    const others = ['b', 'c'].map((alertId) => buildOrderAlert({ alertId }));
    const name = await begin(email, [alert, ...others]);
    await putAlerts(
      table,
      's',
      [alert, ...others].slice(1).map((one) => ({ ...one, status: 'dismissed' as const })),
    );
    await world.send(name);
    expect(world.mails[0]?.message.subject).toMatch(/^1 alert /);

    world.reset();
    clock.advance(600_000);
    const later = await begin(email, [buildOrderAlert({ alertId: 'd' })]);
    await putAlerts(table, 's', [buildOrderAlert({ alertId: 'd', status: 'resolved' })]);
    await world.send(later);
    expect(world.mails).toEqual([]);
  });

  it.each([
    ['lost access', { state: 'terminated', notify: email }],
    ['no wish to be told', {}],
  ] as const)('tells nobody in a shop with %s', async (_, access) => {
    const name = await begin(email);
    await putItems(table, accessItem('s', access));
    await world.send(name);
    expect(world.mails).toEqual([]);
    expect(await digest()).toMatchObject({ status: 'skipped', failure: 'nobody_to_tell' });
  });

  it('goes by the way that the shop wants when it is sent', async () => {
    const name = await begin(email);
    await putItems(table, accessItem('s', { notify: inSellerCenter }));
    await world.send(name);
    expect([world.mails.length, (await world.shown()).length]).toEqual([0, 1]);
  });

  it('fails for good, once and with an alarm, when the mail is refused or has no address', async () => {
    const name = await begin(email);
    world.service.answer = () => ({ type: 'refused', errorName: 'MessageRejected' });
    await world.send(name);
    await world.send(name);
    expect(world.metrics).toEqual(['MessageRejected']);
    expect(await digest()).toMatchObject({ status: 'failed', failure: 'MessageRejected' });

    world.reset();
    clock.advance(600_000);
    await world.send(await begin({ channel: 'email' }, [buildOrderAlert({ alertId: 'b' })]));
    expect(world.metrics).toEqual(['no_address']);
  });

  it('waits while the mail service takes nothing, and is then no repeat', async () => {
    const name = await begin(email);
    world.service.answer = () => ({ type: 'not_now', errorName: 'TooManyRequestsException' });
    await expect(world.send(name)).rejects.toMatchObject({ code: 'unavailable' });
    expect(await digest()).toMatchObject({ status: 'pending', claims: 1 });
    world.service.answer = () => ({ type: 'sent' });
    await world.send(name);
    expect([world.mails.length, world.metrics, (await digest())?.['repeats']]).toEqual([1, [], 0]);
  });

  it('may be a repeat after an answer of the mail service was lost', async () => {
    const name = await begin(email);
    const losing: Mailer = {
      send: async (...mail) => {
        await world.mailer.send(...mail);
        throw new Error('time-out');
      },
    };
    await expect(world.send(name, table, losing)).rejects.toThrow('time-out');
    await expect(world.send(name)).rejects.toMatchObject({ code: 'unavailable' });
    await sendAgain(name);
    expect([world.mails.length, world.metrics, (await digest())?.['repeats']]).toEqual([2, ['repeated'], 1]);
  });

  describe('in a shop that has set what it is told of', () => {
    const set = (wish: Parameters<typeof settingsOf>[0]) =>
      putItems(table, { ...notificationSettingsKey('s'), settings: settingsOf(wish, 1) });
    const all = (delivery: 'at_once' | 'digest' | 'off') => ({ low: delivery, medium: delivery, high: delivery });
    const nightBefore = { from: '13:00', to: '15:00' };

    it('leaves out what was turned off since it was collected', async () => {
      const refund = buildOrderAlert({ alertId: 'r', kind: 'risk_refund' });
      const name = await begin(email, [alert, refund]);
      await set({ alerts: { security_alert_order: all('off') } });
      await world.send(name);
      expect(world.mails[0]?.message.text).toContain('1 Risk Refund.');
    });

    it('tells of confirmed frauds that it wants to know of, and that there is nothing to do', async () => {
      await set({ alerts: { fraud_outcome: all('at_once') } });
      const fraud = buildOrderAlert({ alertId: 'f', kind: 'fraud_outcome', status: 'resolved' });
      await world.send(await begin(email, [fraud]));
      expect(world.mails[0]?.message.subject).toBe('1 fraud in your shop s was confirmed');
      expect(world.mails[0]?.message.text).toContain('nothing to do');
    });

    it('waits for the end of quiet hours that were set since, without a claim, and is sent once', async () => {
      const later = buildOrderAlert({ respondBy: noon + 9 * 3_600_000 });
      const name = await begin(email, [later]);
      await set({ quietHours: nightBefore });
      clock.time = noon - 3_600_000 + 180_000;
      await Promise.all([world.send(name), world.send(name)]);
      expect(world.mails).toEqual([]);
      expect(await digest()).toMatchObject({ status: 'pending' });
      const [, again, ...others] = [...world.schedules.values()];
      expect(others).toEqual([]);
      expect(again?.at).toBeGreaterThanOrEqual(noon + 3_600_000);
      clock.time = again?.at ?? 0;
      await world.send(name);
      await world.send(name);
      expect(world.mails.length).toBe(1);
    });
  });

  describe.each([
    ['by mail', email],
    ['in Seller Center', inSellerCenter],
  ] as const)('sent %s, by a process that dies', (_, notify) => {
    // Reads of the digest, the claim, the digest, the alerts; the mail; the mark.
    const calls = notify.channel === 'email' ? 6 : 5;

    it.each(
      deathsOf(calls),
    )('at its call %i (performed: %s), arrives, at most twice, and twice only when counted', async (nth, performed) => {
      const name = await begin(notify);
      const dying = dyingProcess(nth, performed);
      const mortal = interceptTable(table, (_command, perform) => dying.call(perform));
      await world
        .send(name, mortal, { send: (...mail) => dying.call(() => world.mailer.send(...mail)) })
        .catch((error: unknown) => expect(error).toMatchObject({ message: expect.stringContaining('the process') }));
      expect(dying.calls).toBeGreaterThan(nth);

      await sendAgain(name);
      const arrived = notify.channel === 'email' ? world.mails.length : (await world.shown()).length;
      const repeats = Number((await digest())?.['repeats']);
      expect(arrived).toBeGreaterThanOrEqual(1);
      expect(arrived).toBeLessThanOrEqual(1 + repeats);
      expect(arrived).toBeLessThanOrEqual(notify.channel === 'email' ? 2 : 1);
      expect(world.metrics).toHaveLength(repeats);
      expect(await digest()).toMatchObject({ status: 'sent' });
    });
  });
});
