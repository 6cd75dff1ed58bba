import { describe, expect, it } from 'vitest';
import { eraseBuyer } from '../../../../shared/buyers/erase-buyer.ts';
import { toProfile } from '../../../../shared/buyers/items.ts';
import { createProfileStore } from '../../../../shared/buyers/profile-store.ts';
import { highestRevision } from '../../../../shared/kernel/words/revisions.ts';
import { recordProfile } from '../../../../shared/buyers/record-profile.ts';
import { blockKey, profileKey } from '../../../../shared/table/keys.ts';
import { buildBlock } from '../../../builders/items/block-list.ts';
import { usualEngines } from '../../../builders/engines/engines.ts';
import { interceptTable } from '../../../builders/engines/intercepted-table.ts';
import { blockItems } from '../../../builders/items/stored-items.ts';
import { useTable } from '../../../builders/engines/table.ts';
import { putItems, readItem } from '../../../builders/items/table-items.ts';

const event = (username: string, revision: number, buyerId = 'b1') =>
  ({
    version: 1,
    eventId: `e${revision}`,
    buyerId,
    username,
    avatarUrl: `https://a.example/${revision}.webp`,
    revision,
  }) as const;
const erased = { version: 1, eventId: 'e9', buyerId: 'b1' } as const;
const noted = { buyerId: 'b1', username: 'lina.m', note: 'rude' };
const clock = { now: () => Date.parse('2026-11-22T09:30:00.000Z') };

describe.each(usualEngines())('buyer profiles on %s', (engine) => {
  const table = useTable(engine);
  const store = createProfileStore(table);
  const record = recordProfile(store);
  const erase = eraseBuyer({ store, clock });
  const profile = async (buyerId = 'b1') => toProfile(await readItem(table, profileKey(buyerId)));

  it('keep the highest revision, in whatever order they arrive', async () => {
    await record(event('second', 2));
    await record(event('first', 1));
    await record(event('third', 3));
    await record(event('third again', 3));
    expect(await profile()).toEqual({
      buyerId: 'b1',
      username: 'third',
      avatarUrl: 'https://a.example/3.webp',
      revision: 3,
    });
  });

  it('keep a first revision of zero', async () => {
    await record(event('zero', 0));
    expect((await profile())?.revision).toBe(0);
  });

  it('keep one of two that arrive at once, the higher', async () => {
    await Promise.all([3, 1, 2, 5, 4].map((revision) => record(event(`name ${revision}`, revision))));
    expect((await profile())?.username).toBe('name 5');
  });

  it('keep usernames code point for code point', async () => {
    const usernames = [
      'e\u0301',
      '\u00e9',
      '\uff4c\uff49\uff4e\uff41',
      '\u0430lina',
      'stra\u00dfe',
      '\u0130',
      'a\u200db',
      '\u202eabc',
      'a#b',
      ' a ',
      '\u{1f469}\u200d\u{1f373}',
    ];
    for (const [index, username] of usernames.entries()) await record(event(username, 1, `b${index}`));
    const kept = await Promise.all(usernames.map((_, index) => profile(`b${index}`)));
    expect(kept.map((one) => one?.username)).toEqual(usernames);
  });

  it('keep a buyer whose ID is a name of the table or of every object', async () => {
    for (const buyerId of ['pk', 'ttl', '__proto__', 'constructor']) await record(event(`I am ${buyerId}`, 1, buyerId));
    expect((await profile('__proto__'))?.username).toBe('I am __proto__');
    expect((await profile('pk'))?.buyerId).toBe('pk');
  });

  it('pass on a store that does not answer', async () => {
    const broken = interceptTable(table, () => Promise.reject(new Error('no answer')));
    await expect(recordProfile(createProfileStore(broken))(event('a', 1))).rejects.toThrow('no answer');
  });

  it('are erased for good, whatever revision comes later', async () => {
    await record(event('lina', 1));
    await erase(erased);
    await record(event('lina', highestRevision));
    expect(await profile()).toBeUndefined();
    const item = await readItem(table, profileKey('b1'));
    expect(Object.keys(item ?? {}).toSorted()).toEqual(['buyerId', 'erasedAt', 'pk', 'revision', 'sk']);
  });

  it('are erased also when the erasure comes first', async () => {
    await erase(erased);
    await record(event('lina', 1));
    expect(await profile()).toBeUndefined();
  });

  it('keep the time of the first erasure', async () => {
    await erase(erased);
    await eraseBuyer({ store, clock: { now: () => clock.now() + 5000 } })(erased);
    expect((await readItem(table, profileKey('b1')))?.['erasedAt']).toBe('2026-11-22T09:30:00.000Z');
  });

  it('take username, avatar and note off every block of the erased buyer, and leave the blocks standing', async () => {
    const shops = Array.from({ length: 25 }, (_, index) => `s${index}`);
    for (const shop of shops) await putItems(table, ...blockItems(shop, buildBlock(noted)));
    await putItems(table, ...blockItems('s1', buildBlock({ ...noted, buyerId: 'b10' })));
    await erase(erased);
    for (const shop of shops) {
      const item = await readItem(table, blockKey(shop, 'b1'));
      expect(item).toMatchObject({ buyerId: 'b1', reason: 'order_abuse' });
      expect(item).not.toHaveProperty('username');
      expect(item).not.toHaveProperty('avatarUrl');
      expect(item).not.toHaveProperty('note');
    }
    expect(await readItem(table, blockKey('s1', 'b10'))).toMatchObject({
      username: 'lina.m',
      note: 'rude',
    });
  });

  it('bring back no block that is gone', async () => {
    const [, row] = blockItems('s1', buildBlock(noted));
    if (row) await putItems(table, row);
    await erase(erased);
    expect(await readItem(table, blockKey('s1', 'b1'))).toBeUndefined();
  });

  it('are scrubbed by the next attempt when one was interrupted', async () => {
    await putItems(table, ...blockItems('s1', buildBlock(noted)), ...blockItems('s2', buildBlock(noted)));
    const interrupted = interceptTable(table, (command, perform) =>
      command === 'UpdateCommand' ? Promise.reject(new Error('killed')) : perform(),
    );
    await expect(eraseBuyer({ store: createProfileStore(interrupted), clock })(erased)).rejects.toThrow('killed');
    await erase(erased);
    for (const shop of ['s1', 's2']) expect(await readItem(table, blockKey(shop, 'b1'))).not.toHaveProperty('note');
  });

  it('read the erased blocks page after page', async () => {
    const shops = Array.from({ length: 12 }, (_, index) => `s${index}`);
    for (const shop of shops)
      await putItems(
        table,
        ...blockItems(shop, buildBlock(noted)).map((item) => ({ ...item, filler: 'x'.repeat(120_000) })),
      );
    await erase(erased);
    for (const shop of shops) expect(await readItem(table, blockKey(shop, 'b1'))).not.toHaveProperty('username');
  });
});
