import { DeleteCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { beforeEach, describe, expect, it } from 'vitest';
import { createGateStore } from '../../../../shared/gate/store.ts';
import type { WireItem } from '../../../../shared/gate/store.ts';
import { blockedByKey, blockKey, markerKey } from '../../../../shared/table/keys.ts';
import { buildClock, noon } from '../../../builders/fakes/clock.ts';
import { engines } from '../../../builders/engines/engines.ts';
import { buildGate } from '../../../builders/worlds/gate-over-table.ts';
import { readWithGateClient } from '../../../builders/engines/gate-readers.ts';
import { knowBuyer } from '../../../builders/items/known-buyer.ts';
import { buildApis } from '../../../builders/worlds/seller-api.ts';
import { putItems, readItem } from '../../../builders/items/table-items.ts';
import { useTable } from '../../../builders/engines/table.ts';

const ninetyDays = 90 * 86_400_000;

describe.each(engines())('the gate over a table on %s', (engine) => {
  const table = useTable(engine);
  const clock = buildClock();
  const { seller, ops } = buildApis(table, clock);
  const gate = buildGate(table, clock);
  const shop = seller('s');
  /** What guarding a linked account leaves: the root's entry in its marker, with the expiry of that moment. */
  const link = async (account: string, root = 'root') => {
    const entry = (await readItem(table, markerKey('s', root)))?.[`b#${root}`];
    const { Attributes } = await table.client.send(
      new UpdateCommand({
        TableName: table.name,
        Key: { ...markerKey('s', account) },
        UpdateExpression: 'SET #root = :entry ADD revision :one',
        ExpressionAttributeNames: { '#root': `b#${root}` },
        ExpressionAttributeValues: { ':entry': entry, ':one': 1 },
        ReturnValues: 'ALL_NEW',
      }),
    );
    return Attributes;
  };

  beforeEach(async () => {
    clock.time = noon;
    for (const id of ['s', 't']) await ops.set(id);
    await knowBuyer(table, 'root', 's', 't');
  });

  it('denies from the 201 of a block to the 204 of its removal, in this shop only', async () => {
    expect(await gate.decisions('s/root')).toEqual(['allow']);
    await shop.add('root');
    expect(await gate.decisions('s/root', 't/root', 's/other', 't/other')).toEqual(['deny', 'allow', 'allow', 'allow']);
    await shop.remove('root');
    expect(await gate.decisions('s/root')).toEqual(['allow']);
    await shop.add('root');
    expect(await gate.decisions('s/root')).toEqual(['deny']);
  });

  it('denies to the last millisecond of a block, extended ones included', async () => {
    await shop.add('root');
    clock.time = noon + ninetyDays - 1;
    expect(await gate.decisions('s/root')).toEqual(['deny']);
    await shop.extend('root', { duration: '90_days' });
    clock.time = noon + ninetyDays;
    expect(await gate.decisions('s/root')).toEqual(['deny']);
    clock.time = noon + 2 * ninetyDays - 1;
    expect(await gate.decisions('s/root')).toEqual(['allow']);
  });

  it('frees all with the end of the access, and guards all again with its return', async () => {
    await shop.add('root', { scope: 'linked_user_ids' });
    await link('linked');
    expect(await gate.decisions('s/root', 's/linked')).toEqual(['deny', 'deny']);
    await ops.set('s', { state: 'terminated' });
    expect(await gate.decisions('s/root', 's/linked')).toEqual(['allow', 'allow']);
    await ops.set('s');
    expect(await gate.decisions('s/root', 's/linked')).toEqual(['deny', 'deny']);
  });

  it('holds linked accounts to the block itself, though their entries lag behind an extension', async () => {
    await shop.add('root', { scope: 'linked_user_ids' });
    await link('linked');
    clock.time = noon + ninetyDays - 1;
    await shop.extend('root', { duration: '90_days' });
    clock.advance(2);
    expect(await gate.decisions('s/linked', 's/root')).toEqual(['deny', 'deny']);
    clock.time = noon + 2 * ninetyDays;
    expect(await gate.decisions('s/linked', 's/root')).toEqual(['allow', 'allow']);
  });

  it('does not deny a linked account for a block of the root alone, or for a later one', async () => {
    await shop.add('root');
    await link('linked');
    expect(await gate.decisions('s/linked')).toEqual(['allow']);
    await shop.remove('root');
    await shop.add('root', { scope: 'linked_user_ids' });
    expect(await gate.decisions('s/linked')).toEqual(['allow']);
    await link('linked');
    expect(await gate.decisions('s/linked')).toEqual(['deny']);
  });

  it('denies an account under two blocks until both have ended', async () => {
    await knowBuyer(table, 'root-2', 's');
    for (const root of ['root', 'root-2']) {
      await shop.add(root, { scope: 'linked_user_ids' });
      await link('linked', root);
    }
    expect(await gate.ask('s/linked')).toMatchObject([{ decision: 'deny', matched: { scope: 'linked_user_ids' } }]);
    await shop.remove('root');
    expect(await gate.decisions('s/linked')).toEqual(['deny']);
    await shop.remove('root-2');
    expect(await gate.decisions('s/linked')).toEqual(['allow']);
  });

  it('stays shut when the TTL deletes late what was renewed meanwhile', async () => {
    await shop.add('root');
    const old = await readItem(table, blockKey('s', 'root'));
    clock.time = noon + ninetyDays + 1;
    expect((await shop.add('root')).status).toBe(201);
    expect((await readItem(table, blockKey('s', 'root')))?.['ttl']).toBeGreaterThan(clock.time / 1000);
    // DynamoDB deletes by the item's TTL as it stands: the renewed one has not expired, so nothing is deleted.
    for (const key of [blockKey('s', 'root'), blockedByKey('root', 's')]) {
      const stale = table.client.send(
        new DeleteCommand({
          TableName: table.name,
          Key: { ...key },
          ConditionExpression: '#ttl <= :now',
          ExpressionAttributeNames: { '#ttl': 'ttl' },
          ExpressionAttributeValues: { ':now': clock.time / 1000 },
        }),
      );
      await expect(stale).rejects.toMatchObject({ name: 'ConditionalCheckFailedException' });
    }
    expect(old?.['blockId']).not.toBe((await readItem(table, blockKey('s', 'root')))?.['blockId']);
    expect(await gate.decisions('s/root')).toEqual(['deny']);
    expect((await shop.access()).body['blocks']).toMatchObject({ used: 1 });
  });

  it('is never opened by a block that became permanent: it loses its TTL everywhere', async () => {
    await shop.add('root');
    await shop.extend('root', { duration: 'permanent' });
    expect(await readItem(table, blockKey('s', 'root'))).not.toHaveProperty('ttl');
    expect(await readItem(table, blockedByKey('root', 's'))).not.toHaveProperty('ttl');
    clock.time = noon + 100 * ninetyDays;
    expect(await gate.decisions('s/root')).toEqual(['deny']);
  });

  it('reads once, and no more than it needs, whoever it has stopped before', async () => {
    const found: (readonly (WireItem | null)[])[] = [];
    const reader = readWithGateClient(table);
    const store = createGateStore({
      async read(...asked) {
        const items = await reader.read(...asked);
        found.push([...items.values()]);
        return items;
      },
    });
    await shop.add('root', { scope: 'linked_user_ids', note: 'note-on-b1' });
    await link('linked');
    const { raw } = buildGate(table, clock, { store });
    for (const buyerId of ['root', 'linked']) {
      const request = { checks: [{ shopId: 's', buyerId }] };
      const before = await raw(request);
      found.length = 0;
      expect(await raw(request)).toEqual(before);
      expect(before).toMatchObject({ decisions: [{ decision: 'deny', degraded: false }] });
      expect(found.map((items) => items.length)).toEqual([buyerId === 'root' ? 2 : 3]);
      expect(JSON.stringify(found)).not.toMatch(/note|username|avatar|notify/);
    }
    await shop.remove('root');
    expect(await raw({ checks: ['root', 'linked'].map((buyerId) => ({ shopId: 's', buyerId })) })).toMatchObject({
      decisions: [{ decision: 'allow' }, { decision: 'allow' }],
    });
  });

  it('answers 50 checks of many shops, duplicates included, in order', async () => {
    await shop.add('root');
    const places = Array.from({ length: 50 }, (_, index) =>
      index % 7 === 0 ? 's/root' : `${index % 2 ? 's' : 't'}/b${index % 20}`,
    );
    expect(
      (await gate.ask(...places)).map(({ shopId, buyerId, decision }) => `${shopId}/${buyerId} ${decision}`),
    ).toEqual(places.map((place) => `${place} ${place === 's/root' ? 'deny' : 'allow'}`));
  });

  it('copes with a marker that has nothing left in it', async () => {
    await putItems(table, { ...markerKey('s', 'root'), revision: 4 });
    expect(await gate.ask('s/root')).toMatchObject([{ decision: 'allow', reason: 'not_blocked', degraded: false }]);
  });
});
