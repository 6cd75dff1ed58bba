import { beforeEach, describe, expect, it } from 'vitest';
import { allContracts } from '../../../../shared/public/routes.ts';
import { engines } from '../../../builders/engines/engines.ts';
import { useTable } from '../../../builders/engines/table.ts';
import { buildClock, noon } from '../../../builders/fakes/clock.ts';
import { knowBuyers, saveProfile } from '../../../builders/items/known-buyer.ts';
import { putItems } from '../../../builders/items/table-items.ts';
import {
  buildAlertApis,
  orderAlert,
  orderAttributes,
  raise,
  refundAlert,
} from '../../../builders/worlds/alert-apis.ts';
import { buildApis } from '../../../builders/worlds/seller-api.ts';
import type { Answer } from '../../../builders/worlds/seller-api.ts';
import { orderKey, refundKey } from '../../../../shared/table/keys.ts';

/** One write, whose object is there to be written. */
interface RepeatedWrite {
  /** With the key, as often as it is called. */
  readonly send: () => Promise<Answer>;
  /** What the answer may leave out once its object has gone on. */
  readonly words: readonly string[];
}

/** What they need first stands in the tests of their rooms, as do their repeats. */
const elsewhere = ['bulkBlocks', 'fileComplaint', 'restoreBlock', 'setMembers', 'setNotificationSettings'];

describe.each(engines())('a write that is repeated with its key on %s', (engine) => {
  const table = useTable(engine);
  const clock = buildClock();
  const { seller, ops } = buildApis(table, clock);
  const alerts = buildAlertApis(table, clock);
  const [ann, ben] = [seller('shop'), seller('shop', { subject: 'ben' })];
  const [annOfAlerts, benOfAlerts] = [alerts.seller('shop'), alerts.seller('shop', { subject: 'ben' })];
  const [order, refund, judged] = [orderAlert('shop', 'o1'), refundAlert('shop', 'r1'), orderAlert('shop', 'o2')];

  const writes: Record<string, RepeatedWrite> = {
    addBlock: { send: () => ann.add('b0', { reason: 'other', note: 'of ann' }, 'key'), words: ['avatarUrl'] },
    updateBlock: {
      send: () => ann.extend('b1', { duration: 'permanent', reason: 'other', note: 'of ann' }, 'key'),
      words: ['username', 'avatarUrl'],
    },
    removeBlock: { send: () => ann.remove('b2', 'key'), words: [] },
    exemptBuyer: { send: () => ann.exempt('b3', { note: 'of ann' }, 'key'), words: ['avatarUrl'] },
    removeExemption: { send: () => ann.endExemption('b4', 'key'), words: [] },
    cancelOrder: { send: () => annOfAlerts.cancel(order.alertId, {}, 'key'), words: [] },
    rejectRefund: { send: () => annOfAlerts.reject(refund.alertId, {}, 'key'), words: [] },
    dismissAlert: { send: () => annOfAlerts.dismiss(judged.alertId, { verdict: 'accepted_risk' }, 'key'), words: [] },
  };
  const names = Object.keys(writes);
  const write = (name: string): RepeatedWrite => writes[name] as RepeatedWrite;

  beforeEach(async () => {
    clock.time = noon;
    await putItems(table, orderOf('ON_HOLD'), refundOf('RETURN_OR_REFUND_REQUEST_PENDING'));
    await ops.set('shop');
    await knowBuyers(table, 5, 'shop');
    await ann.exempt('b4');
    for (const buyer of ['b1', 'b2']) await ann.add(buyer, { note: 'note-before' });
    await raise(table, 'shop', order, refund, judged);
  });

  it('is every write of a seller in a shop with access; some have their repeats in rooms of their own', () => {
    const keyed = allContracts.filter((contract) => contract.writes).map(({ operationId }) => operationId);
    expect(keyed.toSorted()).toEqual([...names, ...elsewhere].toSorted());
  });

  it.each(names)('%s answers as the first time, headers and all, for 24 hours', async (name) => {
    const first = await write(name).send();
    expect(first.status).toBeLessThan(300);
    clock.advance(24 * 3_600_000 - 1);
    expect(await write(name).send()).toEqual(first);
  });

  it.each(names)('%s says nothing of what colleagues and services have made of it since', async (name) => {
    const first = await write(name).send();
    for (const buyer of ['b0', 'b1']) await ben.extend(buyer, { reason: 'harassment', note: 'of ben' });
    await benOfAlerts.dismiss(order.alertId, { verdict: 'false_positive' });
    await putItems(table, orderOf('IN_TRANSIT'));
    clock.advance(2 * 3_600_000);
    expectNothingNew(await write(name).send(), first, write(name).words);
  });

  it.each(names)('%s says nothing of another block of the same buyer, nor of the end of its own', async (name) => {
    const first = await write(name).send();
    for (const buyer of ['b0', 'b1', 'b2']) {
      await ben.remove(buyer);
      expectNothingNew(await write(name).send(), first, write(name).words);
      await ben.add(buyer, { reason: 'harassment', note: 'of ben', duration: '90_days', scope: 'linked_user_ids' });
      await saveProfile(table, buyer, { username: 'renamed', avatarUrl: 'https://cdn.example/new.png', revision: 7 });
      expectNothingNew(await write(name).send(), first, write(name).words);
    }
    for (const buyer of ['b3', 'b4']) {
      await ben.endExemption(buyer);
      expectNothingNew(await write(name).send(), first, write(name).words);
      await ben.exempt(buyer, { note: 'of ben' });
      expectNothingNew(await write(name).send(), first, write(name).words);
      await ben.add(buyer);
    }
    clock.advance(12 * 3_600_000);
    expectNothingNew(await write(name).send(), first, write(name).words);
  });

  it.each(names)('%s says that the access has ended, as reading does, before it looks at its key', async (name) => {
    await write(name).send();
    await ops.set('shop', { state: 'terminated' });
    expect(await write(name).send()).toMatchObject({ status: 403, body: { code: 'access_not_active' } });
    await ops.set('shop');
    expect((await write(name).send()).status).toBeLessThan(300);
  });

  it('PATCH without a note keeps to itself the note that it found, once that is another', async () => {
    const change = () => ann.extend('b1', { duration: 'permanent' }, 'silent');
    const first = await change();
    expect(first.body).toMatchObject({ note: 'note-before', username: 'name-b1' });
    expect(await change()).toEqual(first);
    await ben.extend('b1', { note: 'of ben' });
    const { username: _username, avatarUrl: _avatarUrl, note: _note, ...rest } = first.body;
    expect((await change()).body).toEqual(rest);
  });
});

/** The answer is the first one, in which words may be missing; no word is another. */
function expectNothingNew(again: Answer, first: Answer, words: readonly string[]): void {
  expect(again.status).toBe(first.status);
  const left = words.filter((word) => !(word in again.body));
  const kept = Object.entries(first.body).filter(([name]) => !left.includes(name));
  expect(again.body).toEqual(Object.fromEntries(kept));
}

function orderOf(status: string) {
  return { ...orderKey('shop', 'o1'), ...orderAttributes(status, noon) };
}

function refundOf(status: string) {
  return { ...refundKey('shop', 'r1'), ...orderAttributes(status, noon) };
}
