import { beforeEach, describe, expect, it } from 'vitest';
import { accessComplaintDecided } from '../../../../shared/contracts/events/access-complaint-decided.ts';
import { accessGranted } from '../../../../shared/contracts/events/access-granted.ts';
import { accessTerminated } from '../../../../shared/contracts/events/access-terminated.ts';
import { createAccessNoticeStore } from '../../../../shared/notifications/access-notice-store.ts';
import type { Mailer } from '../../../../shared/notifications/mail-sender.ts';
import { sendAccessNotice } from '../../../../shared/notifications/send-access-notice.ts';
import { sendComplaintNotice } from '../../../../shared/notifications/send-complaint-notice.ts';
import { newUlid } from '../../../../shared/table/ulid.ts';
import { usualEngines } from '../../../builders/engines/engines.ts';
import { useTable } from '../../../builders/engines/table.ts';
import { buildClock, noon } from '../../../builders/fakes/clock.ts';
import { eventsOf } from '../../../builders/items/shop-events.ts';
import { buildApis } from '../../../builders/worlds/seller-api.ts';

const email = { channel: 'email', address: 'ann@example.com' } as const;

describe.each(usualEngines())('telling a shop what became of its complaint, on %s', (engine) => {
  const table = useTable(engine);
  const clock = buildClock();
  const { seller, ops } = buildApis(table, clock);
  const mails: { subject: string; text: string }[] = [];
  const mailer: Mailer = {
    send: async (_to, { subject, text }) => {
      mails.push({ subject, text });
      return { type: 'sent' };
    },
  };
  const metrics = { possiblyRepeated: () => undefined, failed: () => undefined };
  const deps = { store: createAccessNoticeStore(table), mailer, metrics, clock, newId: newUlid };
  /** Every event of the shop is delivered, in their order. */
  const hearAll = async () => {
    for (const { type, detail } of await eventsOf(table, 's')) {
      if (type === 'Access Granted') await sendAccessNotice(deps)(accessGranted.detail.parse(detail));
      if (type === 'Access Terminated') await sendAccessNotice(deps)(accessTerminated.detail.parse(detail));
      if (type === 'Access Complaint Decided')
        await sendComplaintNotice(deps)(accessComplaintDecided.detail.parse(detail));
    }
  };
  const complain = async (settings: object = { notify: email }) => {
    await ops.set('s', settings);
    clock.advance(1000);
    await ops.set('s', { state: 'terminated', reasonCode: 'policy', text: 'Read section 4.' });
    clock.advance(1000);
    const { body } = await seller('s').complain();
    clock.advance(1000);
    return String(body['complaintId']);
  };
  const subjects = () => mails.map(({ subject }) => subject);
  beforeEach(() => {
    clock.time = noon;
    mails.length = 0;
  });

  it('says once that it was upheld, and with it that the access is back', async () => {
    const complaintId = await complain();
    await hearAll();
    expect(mails.at(-1)?.text).toContain('\nRead section 4.\n');
    await ops.decide(complaintId, { outcome: 'upheld', text: 'Sorry.' });
    await hearAll();
    await hearAll();
    expect(subjects()).toEqual([
      'Seller Security Center has ended for your shop s',
      'Your shop s has Seller Security Center again',
    ]);
    expect(mails.at(-1)?.text).toContain('\nSorry.\n');
  });

  it('says once that it was rejected, and why', async () => {
    await ops.decide(await complain(), { outcome: 'rejected', text: 'It was not us.' });
    await hearAll();
    await hearAll();
    expect(subjects()).toHaveLength(2);
    expect(mails[1]?.text).toContain('\nIt was not us.\n');
  });

  it('happens in Seller Center for a shop that is told there', async () => {
    await ops.decide(await complain({ notify: { channel: 'seller_center_message' } }), {
      outcome: 'rejected',
      text: 'No.',
    });
    await hearAll();
    const shown = (await eventsOf(table, 's', 'Seller Center Message Requested')).map(({ detail }) => detail);
    expect(shown).toMatchObject([{ subject: 'Seller Security Center has ended for your shop s' }, { shopId: 's' }]);
    expect(JSON.stringify(shown[1])).toContain('was rejected');
  });

  it('leaves out what was overtaken', async () => {
    await ops.decide(await complain(), { outcome: 'rejected', text: 'No.' });
    clock.advance(1000);
    await ops.set('s');
    await hearAll();
    expect(subjects()).toEqual(['Your shop s now has Seller Security Center']);
  });

  it('tells a grant of ops that came first, whatever is decided afterwards', async () => {
    const complaintId = await complain();
    await ops.set('s');
    clock.advance(1000);
    await ops.decide(complaintId, { outcome: 'upheld', text: 'Sorry.' });
    await hearAll();
    expect(subjects()).toEqual([
      'Your shop s now has Seller Security Center',
      'Your shop s has Seller Security Center again',
    ]);
  });

  it('does not happen where nobody is to be told', async () => {
    await ops.decide(await complain({}), { outcome: 'upheld', text: 'Sorry.' });
    await hearAll();
    expect(mails).toEqual([]);
  });
});
