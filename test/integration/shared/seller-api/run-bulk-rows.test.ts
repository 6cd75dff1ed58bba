import { beforeEach, describe, expect, it } from 'vitest';
import { engines } from '../../../builders/engines/engines.ts';
import { interceptTable } from '../../../builders/engines/intercepted-table.ts';
import { useTable } from '../../../builders/engines/table.ts';
import { buildClock, noon } from '../../../builders/fakes/clock.ts';
import { knowBuyers, saveProfile } from '../../../builders/items/known-buyer.ts';
import { buildBulkSeller, rowOf } from '../../../builders/worlds/bulk.ts';
import type { BulkAnswer } from '../../../builders/worlds/bulk.ts';
import { buildApis } from '../../../builders/worlds/seller-api.ts';

const outcomes = ({ body }: BulkAnswer) => body.rows.map(({ outcome }) => outcome);
const blockIds = ({ body }: BulkAnswer) => body.rows.map(({ block }) => block?.['blockId']);

describe.each(engines())('a run of several blocks on %s', (engine) => {
  const table = useTable(engine);
  const clock = buildClock();
  const { seller, ops } = buildApis(table, clock);
  const [shop, ann] = [seller('shop'), buildBulkSeller(table, clock, 'shop')];
  const usedToday = async () => ((await shop.access()).body['newBlocksToday'] as { used: number }).used;
  const rows = Array.from({ length: 6 }, (_, at) => rowOf(`b${at}`));
  /** A request whose time is over once so many transactions are committed. */
  function cutOffAfter(commits: number) {
    let left = commits;
    const counted = interceptTable(table, async (command, perform) => {
      const reply = await perform();
      if (command === 'TransactWriteCommand') left -= 1;
      return reply;
    });
    const remaining = () => (left > 0 ? 900_000 : 5_000);
    return buildBulkSeller(counted, clock, 'shop').json(rows, { key: 'k', remaining });
  }

  beforeEach(async () => {
    clock.time = noon;
    await ops.set('shop', { quotas: { blocks: 50, newBlocksPerDay: 4 } });
    await knowBuyers(table, 6, 'shop');
  });

  it('leaves out what the time does not suffice for, and goes on with its key where it was', async () => {
    // The key's own record is the first.
    const first = await cutOffAfter(3);
    expect(outcomes(first)).toEqual(['created', 'created', ...Array(4).fill('unavailable')]);
    expect(first.body.summary).toEqual({ created: 2, unavailable: 4 });
    clock.advance(60_000);
    const second = await ann.json(rows, { key: 'k' });
    const used = Array(2).fill('daily_block_limit_reached');
    expect(outcomes(second)).toEqual([...Array(4).fill('created'), ...used]);
    expect(blockIds(second).slice(0, 2)).toEqual(blockIds(first).slice(0, 2));
    expect(await usedToday()).toBe(4);
  });

  it('leaves out rows of a dry run in the same way', async () => {
    const answer = await ann.json(rows, { dryRun: true, remaining: () => 5_000 });
    expect(answer.body.summary).toEqual({ would_create: 0, unavailable: 6 });
  });

  it('does nothing twice when it is repeated, one after the other or at once', async () => {
    const together = await Promise.all([1, 2, 3].map(() => ann.json(rows, { key: 'k' })));
    const after = await ann.json(rows, { key: 'k' });
    for (const answer of together)
      expect(blockIds(answer).filter(Boolean).toSorted()).toEqual(blockIds(after).filter(Boolean).toSorted());
    expect(outcomes(after).filter((one) => one === 'created')).toHaveLength(4);
    expect(await usedToday()).toBe(4);
  });

  it('answers what it did with what it was, also when the buyer is called otherwise by now, or free again', async () => {
    const first = await ann.json(rows.slice(0, 2), { key: 'k' });
    await saveProfile(table, 'b0', { username: 'renamed', revision: 2 });
    await shop.remove('b1');
    const again = await ann.json(rows.slice(0, 2), { key: 'k' });
    expect(outcomes(again)).toEqual(['created', 'created']);
    expect(blockIds(again)).toEqual(blockIds(first));
    expect(again.body.rows[0]?.block?.['username']).toBe('name-b0');
    expect(await usedToday()).toBe(2);
  });

  it('tries refused rows again', async () => {
    await shop.add('b0');
    expect(outcomes(await ann.json(rows.slice(0, 2), { key: 'k' }))).toEqual(['already_blocked', 'created']);
    await shop.remove('b0');
    expect(outcomes(await ann.json(rows.slice(0, 2), { key: 'k' }))).toEqual(['created', 'created']);
  });

  it('belongs to its key: other rows are 422, whatever became of the first ones', async () => {
    await ann.json([rowOf('nobody')], { key: 'k' });
    expect(await ann.json([rowOf('b0')], { key: 'k' })).toMatchObject({
      status: 422,
      body: { code: 'idempotency_key_reused' },
    });
    expect((await ann.json([rowOf('b0')], { key: 'k', dryRun: true })).status).toBe(422);
    expect((await shop.add('b0', {}, 'k')).status).toBe(422);
    await shop.add('b0', {}, 'single');
    expect((await ann.json([rowOf('b0')], { key: 'single' })).status).toBe(422);
    clock.advance(24 * 3_600_000);
    expect(outcomes(await ann.json([rowOf('b1')], { key: 'k' }))).toEqual(['created']);
  });

  it('takes a key that a dry run was sent with: nothing was done under it', async () => {
    await ann.json(rows.slice(0, 1), { key: 'k', dryRun: true });
    expect(outcomes(await ann.json(rows.slice(0, 1), { key: 'k' }))).toEqual(['created']);
  });

  it('refuses the rows behind the end of the access, each by itself', async () => {
    let commits = 0;
    const ending = interceptTable(table, async (command, perform) => {
      const reply = await perform();
      if (command === 'TransactWriteCommand' && ++commits === 3) await ops.set('shop', { state: 'terminated' });
      return reply;
    });
    const answer = await buildBulkSeller(ending, clock, 'shop').json(rows, { key: 'k' });
    expect(outcomes(answer)).toEqual(['created', 'created', ...Array(4).fill('access_not_active')]);
    expect((await ann.json(rows, { key: 'k' })).body['code']).toBe('access_not_active');
  });

  it('goes on after a process that ended in the middle of it, at whatever point', async () => {
    await ops.set('shop', { quotas: { blocks: 50, newBlocksPerDay: 6 } });
    for (const [at, when] of [1, 2, 3, 4, 5, 6, 7].flatMap(
      (at) =>
        [
          [at, 'before'],
          [at, 'behind'],
        ] as const,
    )) {
      let commits = 0;
      const dying = interceptTable(table, async (command, perform) => {
        const isLast = command === 'TransactWriteCommand' && ++commits === at;
        if (isLast && when === 'before') throw new Error('killed');
        const reply = await perform();
        if (isLast) throw new Error('killed');
        return reply;
      });
      const key = `${at} ${when}`;
      const first = await buildBulkSeller(dying, clock, 'shop').json(rows, { key });
      expect(first.status, key).toBe(500);
      const second = await ann.json(rows, { key });
      expect(outcomes(second), key).toEqual(Array(6).fill('created'));
      expect(await usedToday(), key).toBe(6);
      for (const { buyerId } of second.body.rows) await shop.remove(String(buyerId));
      clock.advance(86_400_000);
    }
  });
});
