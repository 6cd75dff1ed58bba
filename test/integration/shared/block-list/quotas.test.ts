import { DeleteCommand } from '@aws-sdk/lib-dynamodb';
import { beforeEach, describe, expect, it } from 'vitest';
import { blockedByKey, blockKey, ledgerKey } from '../../../../shared/table/keys.ts';
import { buildClock, noon } from '../../../builders/fakes/clock.ts';
import { engines } from '../../../builders/engines/engines.ts';
import { knowBuyers } from '../../../builders/items/known-buyer.ts';
import { buildApis } from '../../../builders/worlds/seller-api.ts';
import type { Answer } from '../../../builders/worlds/seller-api.ts';
import { putItems, readItem } from '../../../builders/items/table-items.ts';
import { useTable } from '../../../builders/engines/table.ts';

const day = 86_400_000;

describe.each(engines())('the quotas of a shop on %s', (engine) => {
  const table = useTable(engine);
  const clock = buildClock();
  const { seller, ops } = buildApis(table, clock);
  const shop = seller('shop');
  const used = async () => {
    const { blocks, newBlocksToday } = (await shop.access()).body as Record<string, { used: number; limit: number }>;
    return { blocks: blocks?.used, today: newBlocksToday?.used };
  };
  /** Adds one after the other, expecting each to be taken. */
  async function fill(buyers: readonly string[]): Promise<Answer[]> {
    const answers: Answer[] = [];
    for (const buyer of buyers) answers.push(await shop.add(buyer));
    expect(answers.map(({ status }) => status)).toEqual(buyers.map(() => 201));
    return answers;
  }

  beforeEach(async () => {
    clock.time = noon;
    await ops.set('shop');
  });

  it('let ten new blocks through a day, and the eleventh at its end', async () => {
    const buyers = await knowBuyers(table, 12, 'shop');
    await fill(buyers.slice(0, 10));
    expect(await shop.add('b10')).toMatchObject({
      status: 409,
      body: { code: 'daily_block_limit_reached', resetsAt: '2026-11-23T00:00:00.000Z' },
    });
    clock.time = Date.parse('2026-11-22T23:59:59.999Z');
    expect((await shop.add('b10')).status).toBe(409);
    clock.advance(1);
    expect((await shop.access()).body).toMatchObject({
      newBlocksToday: { used: 0, limit: 10, resetsAt: '2026-11-24T00:00:00.000Z' },
    });
    await fill(['b10', 'b11']);
    expect(await used()).toEqual({ blocks: 12, today: 2 });
  });

  it('give back a place with a removal, but none of the day', async () => {
    const buyers = await knowBuyers(table, 11, 'shop');
    await fill(buyers.slice(0, 10));
    for (const buyer of buyers.slice(0, 10)) await shop.remove(buyer);
    expect(await used()).toEqual({ blocks: 0, today: 10 });
    expect((await shop.add('b10')).body['code']).toBe('daily_block_limit_reached');
    expect((await shop.add('b0')).body['code']).toBe('daily_block_limit_reached');
  });

  it('count an extension as no new block, and one after expiry as new', async () => {
    const [buyer = ''] = await knowBuyers(table, 1, 'shop');
    await fill([buyer]);
    await shop.extend(buyer, { duration: '90_days' });
    expect(await used()).toEqual({ blocks: 1, today: 1 });
    clock.advance(90 * day);
    expect(await used()).toEqual({ blocks: 0, today: 0 });
    await fill([buyer]);
    expect(await used()).toEqual({ blocks: 1, today: 1 });
  });

  it('hold 100 live blocks, and free places with expiry, before and after the TTL deletion', async () => {
    const buyers = await knowBuyers(table, 104, 'shop');
    await ops.set('shop', { quotas: { newBlocksPerDay: 1000 } });
    await fill(buyers.slice(0, 100));
    expect(await shop.add('b100')).toMatchObject({ status: 409, body: { code: 'block_list_full' } });
    await shop.extend('b0', { duration: 'permanent' });
    clock.time = noon + 90 * day - 1;
    expect((await shop.add('b100')).body['code']).toBe('block_list_full');
    clock.advance(1);
    expect(await used()).toEqual({ blocks: 1, today: 0 });
    await fill(['b100', 'b101']);
    const { blocks } = (await readItem(table, ledgerKey('shop'))) as { blocks: Record<string, number> };
    expect(Object.keys(blocks).toSorted()).toEqual(['b#b0', 'b#b100', 'b#b101']);

    // What the TTL does, days later: it deletes items, and touches no ledger.
    for (const buyer of buyers.slice(1, 50)) {
      for (const key of [blockKey('shop', buyer), blockedByKey(buyer, 'shop')])
        await table.client.send(new DeleteCommand({ TableName: table.name, Key: { ...key } }));
    }
    await fill(['b1', 'b60', 'b102']);
    expect(await used()).toEqual({ blocks: 6, today: 5 });
  });

  it('end no block when they are lowered, and refuse new ones until the list is below', async () => {
    const buyers = await knowBuyers(table, 7, 'shop');
    await fill(buyers.slice(0, 5));
    await ops.set('shop', { quotas: { blocks: 3 } });
    expect(await used()).toEqual({ blocks: 5, today: 5 });
    for (const buyer of ['b0', 'b1']) {
      expect((await shop.add('b5')).body['code']).toBe('block_list_full');
      await shop.remove(buyer);
    }
    expect((await shop.add('b5')).body['code']).toBe('block_list_full');
    await shop.remove('b2');
    await fill(['b5']);
    expect((await shop.add('b6')).body['code']).toBe('block_list_full');
    await ops.set('shop', { quotas: { blocks: 0, newBlocksPerDay: 0 } });
    expect(await used()).toEqual({ blocks: 3, today: 6 });
  });

  it('drop more expired places than one write can, under a lowered quota', async () => {
    const buyers = await knowBuyers(table, 2, 'shop');
    const expired = Object.fromEntries(Array.from({ length: 230 }, (_, index) => [`b#x${index}`, noon - 1]));
    await putItems(table, { ...ledgerKey('shop'), blocks: { ...expired, 'b#live': noon + day } });
    await ops.set('shop', { quotas: { blocks: 2 } });
    await fill(buyers.slice(0, 1));
    expect((await readItem(table, ledgerKey('shop')))?.['blocks']).toEqual({
      'b#live': noon + day,
      'b#b0': noon + 90 * day,
    });
    expect((await shop.add('b1')).body['code']).toBe('block_list_full');
  });

  it('keep to the day of the shop, and a changed zone to the later midnight', async () => {
    const buyers = await knowBuyers(table, 13, 'shop');
    await ops.set('shop', { timeZone: 'Asia/Tokyo' });
    clock.time = noon + day;
    await ops.set('shop', { timeZone: 'Asia/Tokyo' });
    await fill(buyers.slice(0, 10));
    const changed = await ops.set('shop', { timeZone: 'America/Los_Angeles' });
    expect(changed.body).toMatchObject({
      timeZone: 'Asia/Tokyo',
      nextTimeZone: { timeZone: 'America/Los_Angeles', from: '2026-11-24T08:00:00.000Z' },
    });
    expect(await shop.add('b10')).toMatchObject({ status: 409, body: { resetsAt: '2026-11-23T15:00:00.000Z' } });
    clock.time = Date.parse('2026-11-23T15:00:00.000Z');
    await fill(['b10']);
    expect((await shop.access()).body).toMatchObject({
      timeZone: 'Asia/Tokyo',
      newBlocksToday: { used: 1, resetsAt: '2026-11-24T08:00:00.000Z' },
    });
    clock.time = Date.parse('2026-11-24T08:00:00.000Z');
    expect((await shop.access()).body).toMatchObject({
      timeZone: 'America/Los_Angeles',
      newBlocksToday: { used: 0, resetsAt: '2026-11-25T08:00:00.000Z' },
    });
  });
});
