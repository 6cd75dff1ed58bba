import { beforeEach, describe, expect, it } from 'vitest';
import { eraseBuyer } from '../../../../shared/buyers/erase-buyer.ts';
import { createProfileStore } from '../../../../shared/buyers/profile-store.ts';
import { idempotencyKey, removedBlockKey } from '../../../../shared/table/keys.ts';
import { buildClock, noon } from '../../../builders/fakes/clock.ts';
import { usualEngines } from '../../../builders/engines/engines.ts';
import { interceptTable } from '../../../builders/engines/intercepted-table.ts';
import { knowBuyers, saveProfile } from '../../../builders/items/known-buyer.ts';
import { scanPrefix } from '../../../builders/items/partitions.ts';
import { buildApis } from '../../../builders/worlds/seller-api.ts';
import { eventTypesOf } from '../../../builders/items/shop-events.ts';
import { useTable } from '../../../builders/engines/table.ts';

describe.each(usualEngines())('a repeated Idempotency-Key on %s', (engine) => {
  const table = useTable(engine);
  const clock = buildClock();
  const { seller, ops } = buildApis(table, clock);
  const shop = seller('shop');
  const events = () => eventTypesOf(table, 'shop');

  beforeEach(async () => {
    clock.time = noon;
    await ops.set('shop');
    await knowBuyers(table, 3, 'shop');
  });

  it('gets the same answer for the same new block, and does nothing twice', async () => {
    const body = { reason: 'other', note: 'why', scope: 'linked_user_ids' };
    const first = await shop.add('b0', body, 'key');
    clock.advance(24 * 3_600_000 - 1);
    expect(await shop.add('b0', body, 'key')).toEqual(first);
    expect((await shop.access()).body).toMatchObject({ blocks: { used: 1 } });
    expect(await events()).toEqual(['Buyer Blocked']);
  });

  it('gets the same answer also after the block was extended or removed, but for an avatar that nobody holds', async () => {
    const first = await shop.add('b0', {}, 'key');
    const { avatarUrl: _avatar, ...rest } = first.body;
    await shop.extend('b0', { duration: 'permanent', reason: 'harassment' });
    expect((await shop.add('b0', {}, 'key')).body).toEqual(rest);
    await shop.remove('b0');
    expect((await shop.add('b0', {}, 'key')).body).toEqual(rest);
  });

  it('gets neither name nor note of a buyer who was erased since', async () => {
    const body = { reason: 'other', note: 'canary' };
    const first = await shop.add('b0', body, 'key');
    const store = createProfileStore(table);
    await eraseBuyer({ store, clock })({ version: 1, eventId: 'e', buyerId: 'b0' });
    const { username: _name, avatarUrl: _avatar, note: _note, ...rest } = first.body;
    expect((await shop.add('b0', body, 'key')).body).toEqual(rest);
    expect((await shop.get('b0')).body).toEqual(rest);
  });

  it('gets the answer of the concurrent request whose block it sees, and whose record it does not see yet', async () => {
    const behind = interceptTable(table, async (command, perform) => {
      const reply = (await perform()) as { Responses?: Record<string, { pk: string }[]> };
      if (command !== 'BatchGetCommand') return reply;
      const seen = (reply.Responses?.[table.name] ?? []).filter(({ pk }) => !pk.startsWith('IDEM#'));
      return { ...reply, Responses: { [table.name]: seen } };
    });
    const late = buildApis(behind, clock).seller('shop');
    const first = await shop.add('b0', {}, 'key');
    expect(await late.add('b0', {}, 'key')).toEqual(first);
    expect((await late.add('b0', {}, 'another')).body['code']).toBe('already_blocked');
    const removed = await shop.remove('b0', 'end');
    expect(await late.remove('b0', 'end')).toEqual(removed);
    expect((await late.remove('b0', 'another')).body['code']).toBe('not_found');
  });

  it('is fresh again after 24 hours', async () => {
    await shop.add('b0', {}, 'key');
    clock.advance(24 * 3_600_000);
    expect((await shop.add('b0', {}, 'key')).body['code']).toBe('already_blocked');
    expect((await shop.add('b1', {}, 'key')).status).toBe(201);
  });

  it('is refused for another body, buyer, or route, before anything but the end of the access is said', async () => {
    await shop.add('b0', {}, 'key');
    for (const reused of [
      await shop.add('b0', { reason: 'harassment' }, 'key'),
      await shop.add('b1', {}, 'key'),
      await shop.remove('b0', 'key'),
      await shop.extend('b0', { note: 'n' }, 'key'),
    ]) {
      expect(reused).toMatchObject({ status: 422, body: { code: 'idempotency_key_reused' } });
    }
    await ops.set('shop', { state: 'terminated' });
    expect((await shop.add('b1', {}, 'key')).body['code']).toBe('access_not_active');
  });

  it('is of one shop alone', async () => {
    await ops.set('shop-2');
    await knowBuyers(table, 1, 'shop-2');
    await shop.add('b0', {}, 'key');
    expect((await seller('shop-2').add('b0', {}, 'key')).status).toBe(201);
  });

  it('is of one seller alone, whose own retry still gets its answer', async () => {
    const ben = seller('shop', { subject: 'ben' });
    const first = await shop.add('b0', {}, 'key');
    expect(await ben.add('b1', {}, 'key')).toMatchObject({ status: 201, body: { buyerId: 'b1', createdBy: 'ben' } });
    expect((await ben.add('b0', {}, 'key')).body['code']).toBe('idempotency_key_reused');
    expect((await ben.remove('b0', 'key-2')).status).toBe(204);
    expect((await shop.remove('b0', 'key-2')).body['code']).toBe('not_found');
    const { avatarUrl: _avatar, ...rest } = first.body;
    expect((await shop.add('b0', {}, 'key')).body).toEqual(rest);
  });

  it('is not used up by a refusal', async () => {
    expect((await shop.add('b0', { username: 'wrong' }, 'key')).status).toBe(409);
    expect((await shop.remove('b0', 'key')).status).toBe(404);
    expect((await shop.add('b0', {}, 'key')).status).toBe(201);
  });

  it('removes once, and again only what has a new key', async () => {
    await shop.add('b0');
    expect((await shop.remove('b0', 'gone')).status).toBe(204);
    await shop.add('b0');
    expect((await shop.remove('b0', 'gone')).status).toBe(204);
    expect((await shop.get('b0')).status).toBe(200);
    expect((await shop.remove('b0')).status).toBe(204);
    expect((await events()).filter((type) => type === 'Buyer Unblocked')).toHaveLength(2);
  });

  it('extends once: the second time the block is as the first has left it', async () => {
    await shop.add('b0');
    const first = await shop.extend('b0', { duration: '90_days', note: 'n' }, 'longer');
    clock.advance(3_600_000);
    expect(await shop.extend('b0', { duration: '90_days', note: 'n' }, 'longer')).toEqual(first);
    expect((await events()).filter((type) => type === 'Block Changed')).toHaveLength(1);
  });

  it('makes one block of 20 copies at once, and gives all the same answer', async () => {
    const answers = await Promise.all(Array.from({ length: 20 }, () => shop.add('b0', { note: 'twin' }, 'key')));
    expect(new Set(answers.map((answer) => JSON.stringify(answer)))).toHaveLength(1);
    expect(answers[0]?.status).toBe(201);
    expect(await events()).toEqual(['Buyer Blocked']);
    expect((await shop.access()).body).toMatchObject({ newBlocksToday: { used: 1 } });
  });

  it('keeps no name, avatar, note or key in what it records', async () => {
    await saveProfile(table, 'b0', {
      username: 'SECRET-NAME',
      avatarUrl: 'https://SECRET-AVATAR.example/a',
      revision: 2,
    });
    await shop.add('b0', { username: 'SECRET-NAME', reason: 'other', note: 'SECRET-NOTE' }, 'SECRET-KEY');
    await shop.extend('b0', { note: 'SECRET-NOTE-2' }, 'SECRET-KEY-2');
    await shop.remove('b0', 'SECRET-KEY-3');
    const kept = (await scanPrefix(table, '')).filter(({ sk }) => sk !== 'PROFILE');
    // But what is kept so that the removal can be undone.
    const rest = kept.filter(({ pk }) => pk !== removedBlockKey('b0', 'shop').pk);
    expect(kept).toHaveLength(rest.length + 1);
    expect(rest.filter(({ pk }) => String(pk).startsWith(idempotencyKey('shop', '').pk))).toHaveLength(3);
    expect(JSON.stringify(rest)).not.toContain('SECRET');
  });
});
