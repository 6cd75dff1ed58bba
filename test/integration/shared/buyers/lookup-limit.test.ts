import { beforeEach, describe, expect, it, vi } from 'vitest';
import { lookupLimits } from '../../../../shared/buyers/lookup-limit-rules.ts';
import { subjectDigest } from '../../../../shared/access/membership-writes.ts';
import { toTtl } from '../../../../shared/kernel/clock.ts';
import type { Table } from '../../../../shared/table/client.ts';
import { lookupCounterKey } from '../../../../shared/table/keys.ts';
import { buildClock, noon } from '../../../builders/fakes/clock.ts';
import { engines } from '../../../builders/engines/engines.ts';
import { interceptTable } from '../../../builders/engines/intercepted-table.ts';
import type { Interceptor } from '../../../builders/engines/intercepted-table.ts';
import { knowBuyer } from '../../../builders/items/known-buyer.ts';
import { buyerRouteOver } from '../../../builders/worlds/lookups.ts';
import { buildApis, callRoute } from '../../../builders/worlds/seller-api.ts';
import type { Answer } from '../../../builders/worlds/seller-api.ts';
import { accessItem } from '../../../builders/items/stored-items.ts';
import { useTable } from '../../../builders/engines/table.ts';
import { putItems, readItem } from '../../../builders/items/table-items.ts';

const { minute, day } = lookupLimits;
const subject = 'ann@example.com';
const counter = lookupCounterKey('s1', subjectDigest(subject));

describe.each(engines())('the limit of lookups on %s', (engine) => {
  const table = useTable(engine, { stream: false });
  const clock = buildClock();
  let told = 0;
  const metrics = { refused: () => void told++ };
  const lookups =
    (over: Table = table, at = clock) =>
    (username: string, { sub = subject, shop = 's1', role = 'viewer' } = {}): Promise<Answer> =>
      callRoute(buyerRouteOver('findBuyer', over, at, metrics), {
        path: `/v1/shops/${shop}/buyers`,
        pathParameters: { shopId: shop },
        query: { username },
        claims: { sub, shops: `${shop}:${role}` },
      });
  const find = lookups();
  const used = (minuteUsed: number, dayUsed: number, at = counter) =>
    putItems(table, {
      ...at,
      minuteEndsAt: clock.time + minute.milliseconds,
      minuteUsed,
      dayEndsAt: clock.time + day.milliseconds,
      dayUsed,
    });
  const statuses = (answers: readonly Answer[]) => {
    const counts: Record<number, number> = {};
    for (const { status } of answers) counts[status] = (counts[status] ?? 0) + 1;
    return counts;
  };
  const intercepted = (interceptor: Interceptor) => lookups(interceptTable(table, interceptor));
  const updatesGoThrough = (act: (perform: () => Promise<unknown>) => Promise<unknown>) =>
    intercepted((command, perform) => (command === 'UpdateCommand' ? act(perform) : perform()));

  beforeEach(async () => {
    clock.time = noon;
    told = 0;
    await putItems(table, accessItem('s1'), accessItem('s2'));
    await knowBuyer(table, 'b1', 's1');
  });

  // DynamoDB Local takes its time over each, and the rule is the same.
  const crowd = engine === 'dynoxide' ? 200 : 80;
  it(`lets exactly as many of ${crowd} at once through, found or not`, async () => {
    const names = Array.from({ length: crowd }, (_, index) => (index % 2 === 0 ? 'name-b1' : `nobody-${index}`));
    const answers = await Promise.all(names.map((name) => find(name)));
    // A store that is too busy to answer in time is told as such; whether it counted the lookup, nobody knows.
    const { 200: found = 0, 404: missed = 0, 429: refused = 0, 503: unsure = 0 } = statuses(answers);
    const isBetween = (value: unknown) => Number(value) >= found + missed && Number(value) <= minute.most;
    expect(found + missed + refused + unsure).toBe(crowd);
    expect([told, found + missed]).toEqual([refused, expect.toSatisfy(isBetween)]);
    expect(found + missed + unsure).toBeGreaterThanOrEqual(minute.most);
    const used = expect.toSatisfy(isBetween);
    expect(await readItem(table, counter)).toMatchObject({ minuteUsed: used, dayUsed: used });
  });

  it('says after how many seconds a lookup succeeds again, and means it', async () => {
    await find('name-b1');
    clock.advance(10_500);
    await putItems(table, { ...(await readItem(table, counter)), ...counter, minuteUsed: minute.most });
    const refused = await find('name-b1');
    expect(refused).toMatchObject({
      status: 429,
      headers: { 'retry-after': '50' },
      body: { code: 'too_many_requests' },
    });
    clock.advance(49_000);
    expect(await find('nobody')).toMatchObject({ status: 429, headers: { 'retry-after': '1' } });
    clock.advance(1_000);
    expect((await find('name-b1')).status).toBe(200);
  });

  it('counts a day beside the minute', async () => {
    await used(0, day.most - 1);
    expect((await find('name-b1')).status).toBe(200);
    expect(await find('name-b1')).toMatchObject({ status: 429, headers: { 'retry-after': '86400' } });
    clock.advance(day.milliseconds);
    expect((await find('name-b1')).status).toBe(200);
  });

  it('is each seller’s own in each shop, whatever their role', async () => {
    await used(minute.most, minute.most);
    expect((await find('name-b1')).status).toBe(429);
    expect((await find('name-b1', { role: 'owner' })).status).toBe(429);
    expect((await find('name-b1', { sub: 'bob' })).status).toBe(200);
    expect((await find('name-b1', { shop: 's2' })).status).toBe(404);
  });

  it('refuses before anything is read of a buyer, and without a write', async () => {
    await used(minute.most, minute.most);
    const commands: string[] = [];
    const watched = intercepted((command, perform) => {
      commands.push(command);
      return perform();
    });
    expect((await watched('name-b1')).status).toBe(429);
    expect(commands).toEqual(['BatchGetCommand']);
  });

  it('answers nothing without a count: a store that fails to write is unavailable', async () => {
    vi.spyOn(process.stdout, 'write').mockReturnValue(true);
    vi.spyOn(process.stderr, 'write').mockReturnValue(true);
    const failing = updatesGoThrough(() => Promise.reject(Object.assign(new Error('slow'), { name: 'TimeoutError' })));
    const answers = [await failing('name-b1'), await failing('nobody')];
    vi.restoreAllMocks();
    for (const answer of answers)
      expect(answer).toMatchObject({ status: 503, headers: { 'retry-after': '1' }, body: { code: 'unavailable' } });
  });

  it('counts a write that was sent again for its lost reply more than once, and lets none more through', async () => {
    // As the SDK does: the second is the answer.
    const twice = updatesGoThrough(async (perform) => {
      await perform();
      return perform();
    });
    // The first begins the windows; sent again it finds them begun, and is decided anew.
    expect((await twice('name-b1')).status).toBe(200);
    expect(await readItem(table, counter)).toMatchObject({ minuteUsed: 3, dayUsed: 3 });
    await used(minute.most - 1, minute.most);
    expect((await twice('name-b1')).status).toBe(429);
    expect(await readItem(table, counter)).toMatchObject({ minuteUsed: minute.most });
  });

  it('holds for clocks that differ: none begins anew a window that another has begun', async () => {
    await used(minute.most - 1, minute.most - 1);
    const clocks = [-5_000, 0, 5_000].map((skew) => lookups(table, buildClock(noon + skew)));
    const answers = await Promise.all(clocks.flatMap((ask) => [ask('name-b1'), ask('name-b1'), ask('name-b1')]));
    expect(statuses(answers)).toEqual({ 200: 1, 429: 8 });
  });

  it('also takes attempts to block nobody, while blocking goes on', async () => {
    const apis = buildApis(table, clock);
    await apis.ops.set('s3');
    await knowBuyer(table, 'b1', 's3');
    const shop = apis.seller('s3', { subject });
    const lookUp = () => find('name-b1', { shop: 's3' });
    await used(minute.most - 2, minute.most, lookupCounterKey('s3', subjectDigest(subject)));
    expect((await shop.add('nobody')).body['code']).toBe('buyer_not_found');
    expect((await shop.add('b1', { username: 'wrong' })).body['code']).toBe('username_mismatch');
    for (const refused of [await shop.add('nobody'), await shop.add('b1', { username: 'wrong' }), await lookUp()])
      expect(refused).toMatchObject({ status: 429, headers: { 'retry-after': '60' } });
    expect((await shop.add('b1')).status).toBe(201);
  });

  it('leaves an item that names nobody, and goes when it counts for nothing', async () => {
    await find('name-b1');
    const item = await readItem(table, counter);
    expect(item).toEqual({
      ...counter,
      minuteEndsAt: noon + minute.milliseconds,
      minuteUsed: 1,
      dayEndsAt: noon + day.milliseconds,
      dayUsed: 1,
      ttl: toTtl(noon + day.milliseconds + minute.milliseconds),
    });
    expect(JSON.stringify(item)).not.toMatch(/ann|example|name-b1/);
  });
});
