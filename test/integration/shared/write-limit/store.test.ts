import { describe, expect, it } from 'vitest';
import { writeLimit } from '../../../../shared/write-limit/rules.ts';
import { buildClock, noon } from '../../../builders/fakes/clock.ts';
import { usualEngines } from '../../../builders/engines/engines.ts';
import { buildApis } from '../../../builders/worlds/seller-api.ts';
import { accessItem } from '../../../builders/items/stored-items.ts';
import { putItems } from '../../../builders/items/table-items.ts';
import { useTable } from '../../../builders/engines/table.ts';

describe.each(usualEngines())('the writes of a seller on %s', (engine) => {
  const table = useTable(engine);

  it('are 120 a minute in a shop, at once and whichever process they meet', async () => {
    await putItems(table, accessItem('s'), accessItem('t'));
    const clock = buildClock();
    // Functions share nothing but the table.
    const processes = [buildApis(table, clock), buildApis(table, clock)];
    const remove = async (i: number, shop = 's', subject = 'ann') =>
      processes[i % 2]?.seller(shop, { subject }).remove(`nobody-${i}`);
    const atOnce = await Promise.all(Array.from({ length: writeLimit.most - 20 }, (_, i) => remove(i)));
    // What a busy engine does not answer in time is to be tried again; it may have been counted.
    let done = atOnce.filter((answer) => answer?.status === 404).length;
    let last = await remove(0);
    for (; last?.status !== 429; last = await remove(done)) done += 1;
    expect(done).toBeGreaterThan(20);
    expect(done).toBeLessThanOrEqual(writeLimit.most);
    expect(last).toMatchObject({ headers: { 'retry-after': '60' }, body: { code: 'too_many_requests' } });
    expect(await remove(0, 's', 'ben')).toMatchObject({ status: 404 });
    expect(await remove(0, 't')).toMatchObject({ status: 404 });
    clock.time = noon + writeLimit.milliseconds;
    expect(await remove(0)).toMatchObject({ status: 404 });
  });
});
