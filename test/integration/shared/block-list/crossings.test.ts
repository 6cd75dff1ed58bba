import { UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { beforeEach, describe, expect, it } from 'vitest';
import { eraseBuyer } from '../../../../shared/buyers/erase-buyer.ts';
import { createProfileStore } from '../../../../shared/buyers/profile-store.ts';
import { blockKey } from '../../../../shared/table/keys.ts';
import { buildClock, noon } from '../../../builders/fakes/clock.ts';
import { engines } from '../../../builders/engines/engines.ts';
import { knowBuyers, saveProfile } from '../../../builders/items/known-buyer.ts';
import { overtaken } from '../../../builders/fakes/scripted-table.ts';
import { buildApis } from '../../../builders/worlds/seller-api.ts';
import { eventTypesOf } from '../../../builders/items/shop-events.ts';
import { readItem } from '../../../builders/items/table-items.ts';
import { useTable } from '../../../builders/engines/table.ts';

/** What somebody else does between the read and the write of a request. */
describe.each(engines())('between the read and the write of a request on %s', (engine) => {
  const table = useTable(engine);
  const clock = buildClock();
  const { seller, ops } = buildApis(table, clock);
  const shop = seller('shop');
  /** The same shop through a function that is overtaken before its first write. */
  const overtakenBy = (by: () => Promise<unknown>) =>
    buildApis(overtaken(table, by), clock).seller('shop', { subject: 'bob' });
  const erase = (buyerId: string) =>
    eraseBuyer({ store: createProfileStore(table), clock })({ version: 1, eventId: 'x', buyerId });
  const events = () => eventTypesOf(table, 'shop');

  beforeEach(async () => {
    clock.time = noon;
    await ops.set('shop');
    await knowBuyers(table, 12, 'shop');
  });

  it('a rename is noticed: the seller has confirmed somebody else', async () => {
    const slow = overtakenBy(() => saveProfile(table, 'b0', { username: 'other', revision: 2 }));
    expect((await slow.add('b0')).body['code']).toBe('username_mismatch');
    expect(await events()).toEqual([]);
  });

  it('a new avatar is taken over', async () => {
    const slow = overtakenBy(() => saveProfile(table, 'b0', { avatarUrl: 'https://cdn.example/new.png', revision: 2 }));
    expect((await slow.add('b0')).body).toMatchObject({ avatarUrl: 'https://cdn.example/new.png' });
  });

  it('an erasure is noticed, and leaves no name behind', async () => {
    expect((await overtakenBy(() => erase('b0')).add('b0')).body['code']).toBe('buyer_not_found');
    expect(await readItem(table, blockKey('shop', 'b0'))).toBeUndefined();
  });

  it('an erasure keeps its word: an extension does not bring the old note back', async () => {
    await shop.add('b0', { reason: 'other', note: 'SECRET' });
    expect((await overtakenBy(() => erase('b0')).extend('b0', { duration: 'permanent' })).status).toBe(200);
    const stored = await readItem(table, blockKey('shop', 'b0'));
    expect(stored).toMatchObject({ duration: 'permanent' });
    expect(JSON.stringify(stored)).not.toMatch(/SECRET|name-b0|\.png/);
    expect((await shop.get('b0')).body).not.toHaveProperty('username');
  });

  it('a colleague leaves no reason that needs a note without one', async () => {
    const missing = { status: 400, body: { errors: [{ path: 'note' }] } };
    await shop.add('b0', { note: 'n' });
    const noteGoes = overtakenBy(() => shop.extend('b0', { reason: 'other' }));
    expect(await noteGoes.extend('b0', { note: null })).toMatchObject(missing);
    await shop.add('b1', { note: 'n' });
    const becomesOther = overtakenBy(() => shop.extend('b1', { note: null }));
    expect(await becomesOther.extend('b1', { reason: 'other' })).toMatchObject(missing);
    expect((await shop.get('b0')).body).toMatchObject({ reason: 'other', note: 'n' });
    expect((await shop.get('b1')).body).toMatchObject({ reason: 'order_abuse' });
  });

  it('a block that is older than revisions is changed and removed all the same', async () => {
    const forget = () =>
      table.client.send(
        new UpdateCommand({ TableName: table.name, Key: blockKey('shop', 'b0'), UpdateExpression: 'REMOVE revision' }),
      );
    await shop.add('b0');
    await forget();
    expect((await shop.extend('b0', { reason: 'harassment' })).body).toMatchObject({ revision: 2 });
    await forget();
    expect((await shop.remove('b0')).status).toBe(204);
  });

  it('an erasure lets a note go that it has not come to yet', async () => {
    await shop.add('b0', { note: 'n' });
    const begun = () => createProfileStore(table).erase('b0', noon);
    expect((await overtakenBy(begun).extend('b0', { note: null })).status).toBe(200);
    expect((await shop.get('b0')).body).not.toHaveProperty('note');
  });

  it('an erasure refuses a new note', async () => {
    await shop.add('b0');
    expect(await overtakenBy(() => erase('b0')).extend('b0', { note: 'SECRET' })).toMatchObject({
      status: 400,
      body: { errors: [{ path: 'note' }] },
    });
    expect(JSON.stringify(await readItem(table, blockKey('shop', 'b0')))).not.toContain('SECRET');
  });

  it('the end of the access stops every write', async () => {
    await shop.add('b1');
    const end = () => ops.set('shop', { state: 'terminated' });
    const writes = [
      () => overtakenBy(end).add('b0'),
      () => overtakenBy(end).extend('b1', { duration: 'permanent' }),
      () => overtakenBy(end).remove('b1'),
    ];
    for (const write of writes) {
      await ops.set('shop');
      expect(await write()).toMatchObject({ status: 403, body: { code: 'access_not_active' } });
    }
    expect(await events()).toEqual(['Buyer Blocked']);
  });

  it('a lowered quota counts at once', async () => {
    const slow = overtakenBy(() => ops.set('shop', { quotas: { newBlocksPerDay: 0 } }));
    expect((await slow.add('b0')).body['code']).toBe('daily_block_limit_reached');
  });

  it('somebody takes the last new block of the day', async () => {
    for (let index = 0; index < 9; index++) await shop.add(`b${index}`);
    expect((await overtakenBy(() => shop.add('b9')).add('b10')).body).toMatchObject({
      code: 'daily_block_limit_reached',
      resetsAt: '2026-11-23T00:00:00.000Z',
    });
  });

  it('a colleague blocks the same buyer', async () => {
    expect((await overtakenBy(() => shop.add('b0')).add('b0')).body['code']).toBe('already_blocked');
    expect(await events()).toEqual(['Buyer Blocked']);
  });

  it('a colleague removes the block, or puts a new one in its place', async () => {
    await shop.add('b0');
    expect((await overtakenBy(() => shop.remove('b0')).remove('b0')).body['code']).toBe('not_found');
    await shop.add('b0');
    expect((await overtakenBy(() => shop.remove('b0')).extend('b0', { duration: 'permanent' })).body['code']).toBe(
      'not_found',
    );
    await shop.add('b0');
    const renew = async () => {
      await shop.remove('b0');
      await shop.add('b0', { reason: 'harassment' });
    };
    expect((await overtakenBy(renew).extend('b0', { duration: 'permanent' })).body).toMatchObject({
      duration: 'permanent',
      reason: 'harassment',
    });
    expect((await shop.get('b0')).body).toMatchObject({ duration: 'permanent', reason: 'harassment' });
  });

  it('a colleague changes something else, and both changes stay', async () => {
    await shop.add('b0', { note: 'first' });
    await overtakenBy(() => shop.extend('b0', { reason: 'harassment' })).extend('b0', { note: 'second' });
    expect((await shop.get('b0')).body).toMatchObject({ reason: 'harassment', note: 'second', duration: '90_days' });
    await overtakenBy(() => shop.extend('b0', { note: 'third' })).extend('b0', { duration: 'permanent' });
    expect((await shop.get('b0')).body).toMatchObject({ reason: 'harassment', note: 'third', duration: 'permanent' });
    await overtakenBy(() => shop.extend('b0', { duration: '90_days' })).extend('b0', { reason: 'order_abuse' });
    expect((await shop.get('b0')).body).toMatchObject({ reason: 'order_abuse', duration: '90_days' });
  });
});
