import { beforeEach, describe, expect, it } from 'vitest';
import { blockedByKey, blockKey, ledgerKey, markerKey } from '../../../../shared/table/keys.ts';
import { buildClock, noon } from '../../../builders/fakes/clock.ts';
import { engines } from '../../../builders/engines/engines.ts';
import { knowBuyer, saveProfile } from '../../../builders/items/known-buyer.ts';
import { buildApis } from '../../../builders/worlds/seller-api.ts';
import { readItem } from '../../../builders/items/table-items.ts';
import { useTable } from '../../../builders/engines/table.ts';

describe.each(engines())('a block on %s', (engine) => {
  const table = useTable(engine);
  const clock = buildClock();
  const { seller, ops } = buildApis(table, clock);
  const shop = seller('shop');

  beforeEach(async () => {
    clock.time = noon;
    await ops.set('shop');
    await knowBuyer(table, '9007199254740993', 'shop');
  });
  const buyer = '9007199254740993';

  it('is added, read, extended and removed', async () => {
    const added = await shop.add(buyer, { reason: 'other', note: 'keeps returning stones' });
    const block = {
      blockId: expect.stringMatching(/^[0-9A-Z]{26}$/) as string,
      buyerId: buyer,
      username: `name-${buyer}`,
      avatarUrl: `https://cdn.example/${buyer}.png`,
      reason: 'other',
      note: 'keeps returning stones',
      scope: 'user_id_only',
      duration: '90_days',
      createdAt: '2026-11-22T12:00:00.000Z',
      createdBy: 'ann',
      expiresAt: '2027-02-20T12:00:00.000Z',
      coverage: { state: 'complete', guarded: 1, total: 1 },
      prevented: { orders: 0, amounts: [] },
      revision: 1,
    };
    expect(added).toMatchObject({ status: 201, headers: { location: `/v1/shops/shop/blocks/${buyer}` } });
    expect(added.body).toEqual(block);
    expect((await shop.get(buyer)).body).toEqual(added.body);
    expect((await shop.list()).body).toEqual({ items: [added.body] });

    clock.advance(1000);
    const extended = await shop.extend(buyer, { duration: 'permanent', reason: 'harassment' });
    const { expiresAt: _, ...permanent } = block;
    expect(extended).toMatchObject({ status: 200 });
    expect(extended.body).toEqual({
      ...permanent,
      revision: 2,
      duration: 'permanent',
      reason: 'harassment',
      updatedAt: '2026-11-22T12:00:01.000Z',
    });
    expect((await shop.get(buyer)).body).toEqual(extended.body);
    expect((await shop.add(buyer)).body).toMatchObject({ code: 'already_blocked' });

    expect(await shop.remove(buyer)).toMatchObject({ status: 204, body: {} });
    for (const gone of [await shop.get(buyer), await shop.remove(buyer), await shop.extend(buyer, { note: 'n' })])
      expect(gone).toMatchObject({ status: 404, body: { code: 'not_found' } });
    expect((await shop.list()).body).toEqual({ items: [] });
  });

  it('is live until the millisecond of its expiry, though the item stays', async () => {
    await shop.add(buyer);
    clock.time = noon + 90 * 86_400_000 - 1;
    expect((await shop.get(buyer)).status).toBe(200);
    expect((await shop.extend(buyer, { note: 'n' })).status).toBe(200);
    clock.advance(1);
    for (const gone of [
      await shop.get(buyer),
      await shop.remove(buyer),
      await shop.extend(buyer, { duration: 'permanent' }),
    ])
      expect(gone.status).toBe(404);
    expect((await shop.list()).body).toEqual({ items: [] });
    expect((await shop.add(buyer)).status).toBe(201);
    expect((await shop.list()).body['items']).toHaveLength(1);
  });

  it('loses its note for null, where its reason needs none', async () => {
    await shop.add(buyer, { reason: 'other', note: 'why' });
    expect(await shop.extend(buyer, { note: null })).toMatchObject({
      status: 400,
      body: { errors: [{ path: 'note', message: 'is needed when the reason is other' }] },
    });
    const changed = await shop.extend(buyer, { note: null, reason: 'harassment' }, 'key');
    expect(changed).toMatchObject({ status: 200, body: { reason: 'harassment' } });
    expect(changed.body).not.toHaveProperty('note');
    expect((await shop.get(buyer)).body).toEqual(changed.body);
    await shop.extend(buyer, { note: 'again', duration: 'permanent' });
    expect((await shop.extend(buyer, { note: null })).status).toBe(200);
    expect(await readItem(table, blockKey('shop', buyer))).not.toHaveProperty('note');
    expect((await shop.extend(buyer, { note: null })).status).toBe(200);
  });

  it('starts a new 90 days from the moment of an extension, for the gate too', async () => {
    await shop.add(buyer);
    clock.advance(86_400_000);
    expect((await shop.extend(buyer, { duration: '90_days' })).body).toMatchObject({
      expiresAt: '2027-02-21T12:00:00.000Z',
    });
    expect((await readItem(table, markerKey('shop', buyer)))?.[`b#${buyer}`]).toMatchObject({
      expiresAt: clock.time + 90 * 86_400_000,
    });
    expect((await readItem(table, ledgerKey('shop')))?.['blocks']).toEqual({
      [`b#${buyer}`]: clock.time + 90 * 86_400_000,
    });
  });

  it('has a row under its buyer as long as it is there, with its present expiry', async () => {
    const row = () => readItem(table, blockedByKey(buyer, 'shop'));
    const { body } = await shop.add(buyer, { scope: 'linked_user_ids' });
    expect(await row()).toMatchObject({ shopId: 'shop', blockId: body['blockId'], scope: 'linked_user_ids' });
    clock.advance(1000);
    await shop.extend(buyer, { duration: '90_days' });
    expect(await row()).toMatchObject({ expiresAt: clock.time + 90 * 86_400_000 });
    await shop.remove(buyer);
    expect(await row()).toBeUndefined();
  });

  it('needs the username that the buyer bears, code point for code point', async () => {
    await saveProfile(table, buyer, { username: 'Ñandú', revision: 2 });
    for (const username of ['N\u0303andu\u0301', 'ñandú', 'Ñandú ', 'NANDU', 'Ñandú\u200d'])
      expect((await shop.add(buyer, { username })).body).toMatchObject({ status: 409, code: 'username_mismatch' });
    expect((await shop.add(buyer, { username: 'Ñandú' })).body).toMatchObject({ username: 'Ñandú' });
  });

  it('needs a buyer who has ordered in this very shop', async () => {
    await saveProfile(table, 'stranger');
    await ops.set('other-shop');
    for (const unknown of [await shop.add('stranger'), await shop.add('nobody'), await seller('other-shop').add(buyer)])
      expect(unknown).toMatchObject({ status: 404, body: { code: 'buyer_not_found' } });
  });

  it('belongs to its shop alone: elsewhere it is not found, and other shops are forbidden', async () => {
    await shop.add(buyer);
    await ops.set('other-shop');
    const other = seller('other-shop');
    expect([
      (await other.get(buyer)).body['code'],
      (await other.remove(buyer)).body['code'],
      (await other.list()).body['items'],
    ]).toEqual(['not_found', 'not_found', []]);
    const intruder = seller('shop', { shops: 'other-shop:owner shop2:owner' });
    for (const refused of [
      await intruder.get(buyer),
      await intruder.list(),
      await intruder.remove(buyer),
      await intruder.add(buyer),
      await intruder.extend(buyer, { note: 'n' }),
      await intruder.access(),
    ])
      expect(refused).toMatchObject({ status: 403, body: { code: 'forbidden' } });
    expect((await seller('no-such-shop', { shops: 'x:owner' }).get(buyer)).body['code']).toBe('forbidden');
  });

  it('can be seen but not touched by a viewer', async () => {
    await shop.add(buyer);
    const viewer = seller('shop', { role: 'viewer' });
    expect([(await viewer.get(buyer)).status, (await viewer.list()).status, (await viewer.access()).status]).toEqual([
      200, 200, 200,
    ]);
    expect([
      (await viewer.add(buyer)).status,
      (await viewer.extend(buyer, { note: 'n' })).status,
      (await viewer.remove(buyer)).status,
    ]).toEqual([403, 403, 403]);
  });

  it.each([
    '__proto__',
    'constructor',
    'pk',
    'ttl',
    '0',
    'LEDGER',
    '-',
    '_',
  ])('can be of a buyer and in a shop whose ID is %s', async (id) => {
    await ops.set(id);
    await knowBuyer(table, id, id);
    const odd = seller(id);
    expect((await odd.add(id, { scope: 'linked_user_ids' })).status).toBe(201);
    expect((await odd.add(id)).body['code']).toBe('already_blocked');
    expect((await odd.access()).body['blocks']).toEqual({ used: 1, limit: 100 });
    expect((await odd.extend(id, { duration: 'permanent' })).status).toBe(200);
    expect((await odd.remove(id)).status).toBe(204);
    expect((await odd.access()).body['blocks']).toEqual({ used: 0, limit: 100 });
  });
});
