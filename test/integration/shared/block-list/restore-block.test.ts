import { beforeEach, describe, expect, it } from 'vitest';
import { toActivity } from '../../../../shared/activity/rules.ts';
import { eraseBuyer } from '../../../../shared/buyers/erase-buyer.ts';
import { createProfileStore } from '../../../../shared/buyers/profile-store.ts';
import { buyerBlocked } from '../../../../shared/contracts/events/buyer-blocked.ts';
import { blockedByKey, blockKey, endedBlockKey, ledgerKey, removedBlockKey } from '../../../../shared/table/keys.ts';
import { engines } from '../../../builders/engines/engines.ts';
import { useTable } from '../../../builders/engines/table.ts';
import { buildClock, noon } from '../../../builders/fakes/clock.ts';
import { overtaken } from '../../../builders/fakes/scripted-table.ts';
import { knowBuyers } from '../../../builders/items/known-buyer.ts';
import { eventsOf, eventTypesOf } from '../../../builders/items/shop-events.ts';
import { readItem } from '../../../builders/items/table-items.ts';
import { buildGate } from '../../../builders/worlds/gate-over-table.ts';
import { buildApis } from '../../../builders/worlds/seller-api.ts';
import { buildSupportApi } from '../../../builders/worlds/support-apis.ts';

const minute = 60_000;

describe.each(engines())('undoing a removal on %s', (engine) => {
  const table = useTable(engine);
  const clock = buildClock();
  const { seller, ops } = buildApis(table, clock);
  const shop = seller('shop');
  const gate = buildGate(table, clock);
  const lift = async () => (await buildSupportApi(table, clock).lift('shop', 'b0')).status;
  const overtakenBy = (by: () => Promise<unknown>) => buildApis(overtaken(table, by), clock).seller('shop');
  const erase = () =>
    eraseBuyer({ store: createProfileStore(table), clock })({ version: 1, eventId: 'x', buyerId: 'b0' });
  const notRestorable = { status: 409, body: { code: 'not_restorable' } };

  beforeEach(async () => {
    clock.time = noon;
    await ops.set('shop');
    await knowBuyers(table, 3, 'shop');
  });

  /** A block of `b0` that stood for a minute and was removed a minute ago, as it was answered. */
  async function removedBlock(overrides: object = {}) {
    const { body } = await shop.add('b0', { note: 'why', ...overrides });
    clock.advance(minute);
    expect((await shop.remove('b0')).status).toBe(204);
    clock.advance(minute);
    return { body, blockId: String(body['blockId']) };
  }

  it('brings the same block back, with its place and no new block of the day', async () => {
    const made = await shop.add('b0', { note: 'why' });
    const ledger = await readItem(table, ledgerKey('shop'));
    const row = await readItem(table, blockedByKey('b0', 'shop'));
    await shop.remove('b0');
    expect(await gate.decisions('shop/b0')).toEqual(['allow']);
    clock.advance(15 * minute - 1);
    const restored = await shop.restore('b0', made.body['blockId']);
    expect(restored).toMatchObject({ status: 200, body: { ...made.body, revision: 3 } });
    expect(restored.body).toEqual({ ...made.body, revision: 3 });
    expect(await gate.decisions('shop/b0')).toEqual(['deny']);
    expect((await shop.get('b0')).body).toEqual(restored.body);
    expect(restored.headers['etag']).toBe((await shop.get('b0')).headers['etag']);
    expect((await shop.list()).body['items']).toEqual([restored.body]);
    expect(await readItem(table, ledgerKey('shop'))).toEqual(ledger);
    expect(await readItem(table, blockedByKey('b0', 'shop'))).toMatchObject({ ...row });
    expect((await shop.access()).body).toMatchObject({ blocks: { used: 1 }, newBlocksToday: { used: 1 } });
    expect(await readItem(table, endedBlockKey('shop', String(made.body['blockId'])))).toBeUndefined();
    expect(await readItem(table, removedBlockKey('b0', 'shop'))).toBeUndefined();
  });

  it('tells those who were told of the removal, and the activity', async () => {
    const { blockId } = await removedBlock();
    await shop.restore('b0', blockId);
    const events = await eventsOf(table, 'shop', 'Buyer Blocked');
    const told = buyerBlocked.detail.parse(events.at(-1)?.detail);
    const removedAt = new Date(noon + minute).toISOString();
    expect(told).toMatchObject({ blockId, revision: 3, removedAt, occurredAt: new Date(clock.time).toISOString() });
    expect(toActivity(events.at(-1) as never).details).toMatchObject({ blockId, removedAt });
    expect(events[0]?.detail).not.toHaveProperty('removedAt');
    expect(JSON.stringify(events)).not.toMatch(/why|name-b0/);
  });

  it('takes a place, and is refused on a full list', async () => {
    const { blockId } = await removedBlock();
    await ops.set('shop', { quotas: { blocks: 1, newBlocksPerDay: 10 } });
    await shop.add('b1');
    expect(await shop.restore('b0', blockId)).toMatchObject({ status: 409, body: { code: 'block_list_full' } });
    await shop.remove('b1');
    await ops.set('shop', { quotas: { blocks: 1, newBlocksPerDay: 0 } });
    expect((await shop.restore('b0', blockId)).status).toBe(200);
  });

  it('can be done after another removal, again and again', async () => {
    const { blockId } = await removedBlock({ scope: 'linked_user_ids' });
    for (const revision of [3, 5, 7]) {
      expect((await shop.restore('b0', blockId)).body).toMatchObject({ revision, blockId });
      clock.advance(1000);
      expect((await shop.remove('b0')).status).toBe(204);
      clock.advance(1000);
    }
    expect((await shop.restore('b0', blockId)).body).toMatchObject({ revision: 9 });
    expect(await readItem(table, blockKey('shop', 'b0'))).toMatchObject({
      gaps: { length: 4 },
      linkedSince: clock.time,
    });
  });

  it.each<[string, (blockId: string) => Promise<unknown>]>([
    ['15 minutes', async () => clock.advance(14 * minute)],
    ['its expiry', async () => clock.advance(90 * 86_400_000)],
    [
      'the end of the access, even once it is given back',
      async () => {
        clock.advance(1);
        await ops.set('shop', { state: 'terminated' });
        clock.advance(1);
        await ops.set('shop');
      },
    ],
    ['another block of this buyer', () => shop.add('b0')],
    [
      'another block of this buyer that support has lifted',
      async () => {
        await shop.add('b0');
        expect(await lift()).toBe(204);
      },
    ],
    ['its return', (blockId) => shop.restore('b0', blockId)],
  ])('is refused after %s', async (_, happens) => {
    const { blockId } = await removedBlock();
    await happens(blockId);
    expect(await shop.restore('b0', blockId)).toMatchObject(notRestorable);
  });

  it('is refused for a block that support has lifted, for one of another buyer or shop, and for none', async () => {
    const { body } = await shop.add('b0');
    const blockId = String(body['blockId']);
    expect(await shop.restore('b0', blockId)).toMatchObject(notRestorable);
    expect(await lift()).toBe(204);
    const refused = await shop.restore('b0', blockId);
    expect(refused).toMatchObject(notRestorable);
    await ops.set('other');
    await knowBuyers(table, 3, 'other');
    const theirs = await seller('other').add('b1');
    await seller('other').remove('b1');
    for (const answer of [
      await shop.restore('b1', theirs.body['blockId']),
      await shop.restore('b0', theirs.body['blockId']),
      await shop.restore('nobody', 'none'),
    ])
      expect({ ...answer.body, requestId: '' }).toEqual({ ...refused.body, requestId: '' });
  });

  it('waits for the access, and is not for viewers', async () => {
    const { blockId } = await removedBlock();
    expect((await seller('shop', { role: 'viewer' }).restore('b0', blockId)).body['code']).toBe('forbidden');
    await ops.set('shop', { state: 'terminated' });
    expect((await shop.restore('b0', blockId)).body['code']).toBe('access_not_active');
  });

  it('is done once for its key, and answered from its record', async () => {
    const { blockId } = await removedBlock();
    const first = await shop.restore('b0', blockId, 'key');
    expect(first.status).toBe(200);
    expect(await shop.restore('b0', blockId, 'key')).toEqual(first);
    expect((await shop.restore('b0', 'other', 'key')).status).toBe(422);
    await shop.remove('b0');
    const { username: _username, avatarUrl: _avatarUrl, note: _note, ...rest } = first.body;
    expect((await shop.restore('b0', blockId, 'key')).body).toEqual(rest);
    expect((await shop.get('b0')).status).toBe(404);
    expect(await eventTypesOf(table, 'shop')).toEqual([
      'Buyer Blocked',
      'Buyer Unblocked',
      'Buyer Blocked',
      'Buyer Unblocked',
    ]);
  });

  it('takes the state that the removal has made as If-Match', async () => {
    const { blockId } = await removedBlock();
    const stale = await shop.restore('b0', blockId, undefined, { 'if-match': `"${blockId}.1.x"` });
    expect(stale).toMatchObject({ status: 412, body: { code: 'precondition_failed', revision: 2 } });
    expect((await shop.restore('b0', blockId, undefined, { 'if-match': `W/"${blockId}.2.x"` })).status).toBe(200);
  });

  it('brings back no words of a buyer who was erased, and keeps none', async () => {
    const { body, blockId } = await removedBlock();
    expect(JSON.stringify(await readItem(table, removedBlockKey('b0', 'shop')))).toMatch(/why.*name-b0|name-b0.*why/);
    await erase();
    expect(JSON.stringify(await readItem(table, removedBlockKey('b0', 'shop')))).not.toMatch(/why|name-b0/);
    const { username: _username, avatarUrl: _avatarUrl, note: _note, ...rest } = body;
    expect((await shop.restore('b0', blockId)).body).toEqual({ ...rest, revision: 3 });
    await shop.remove('b0');
    expect(await readItem(table, removedBlockKey('b0', 'shop'))).toMatchObject({ block: { revision: 3 } });
  });

  it('is crossed by an erasure, which keeps its word', async () => {
    const { blockId } = await removedBlock();
    const restored = await overtakenBy(erase).restore('b0', blockId);
    expect(restored.status).toBe(200);
    expect(restored.body).not.toHaveProperty('note');
    const again = await shop.add('b1', { note: 'SECRET' });
    expect(again.status).toBe(201);
    const eraseOther = () =>
      eraseBuyer({ store: createProfileStore(table), clock })({ version: 1, eventId: 'y', buyerId: 'b1' });
    expect((await overtakenBy(eraseOther).remove('b1')).status).toBe(204);
    expect(await readItem(table, removedBlockKey('b1', 'shop'))).toMatchObject({ endedAt: clock.time });
    expect(JSON.stringify(await readItem(table, removedBlockKey('b1', 'shop')))).not.toMatch(/SECRET|name-b1/);
  });

  it.each<[string, () => Promise<unknown>, string]>([
    ['the end of the access', () => ops.set('shop', { state: 'terminated' }), 'access_not_active'],
    ['a new block of the buyer', () => shop.add('b0'), 'not_restorable'],
    ['the last place being taken', () => shop.add('b1'), 'block_list_full'],
  ])('is crossed by %s, and refused by its name', async (_, happens, code) => {
    await ops.set('shop', { quotas: { blocks: 1, newBlocksPerDay: 10 } });
    const { blockId } = await removedBlock();
    expect((await overtakenBy(happens).restore('b0', blockId)).body['code']).toBe(code);
  });

  it('of two sellers at once happens once', async () => {
    const { blockId } = await removedBlock();
    const answers = await Promise.all(['a', 'b', 'c'].map((key) => shop.restore('b0', blockId, key)));
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409, 409]);
    expect((await shop.get('b0')).body).toMatchObject({ revision: 3 });
  });
});
