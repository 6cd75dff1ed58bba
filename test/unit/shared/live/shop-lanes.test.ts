import { describe, expect, it } from 'vitest';
import { createShopLanes } from '../../../../shared/live/shop-lanes.ts';

describe('lanes of shops', () => {
  it('work on what comes together in one go, and on what comes meanwhile in the next', async () => {
    const groups: [string, readonly number[]][] = [];
    let meanwhile: Promise<void> | undefined;
    const run = createShopLanes<number>(async (shopId, jobs) => {
      groups.push([shopId, jobs]);
      meanwhile ??= run('s', 4);
    }, 2);
    await Promise.all([run('s', 1), run('s', 2), run('t', 9), run('s', 3)]);
    await meanwhile;
    const of = (shop: string) => groups.filter(([shopId]) => shopId === shop).map(([, jobs]) => jobs);
    expect(of('s')).toEqual([
      [1, 2],
      [3, 4],
    ]);
    expect(of('t')).toEqual([[9]]);
  });

  it('fail whose work failed, and go on with the others', async () => {
    const run = createShopLanes<number>(async (_, jobs) => {
      if (jobs.includes(1)) throw new Error('as asked');
    }, 1);
    const outcomes = await Promise.allSettled([run('s', 1), run('s', 2), run('t', 3)]);
    expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'fulfilled', 'fulfilled']);
    await run('s', 4);
  });
});
