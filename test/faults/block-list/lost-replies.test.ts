import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { requestBounds } from '../../../shared/table/request-bounds.ts';
import { openTable } from '../../../shared/table/client.ts';
import type { Table } from '../../../shared/table/client.ts';
import { ledgerKey } from '../../../shared/table/keys.ts';
import { buildClock, noon } from '../../builders/fakes/clock.ts';
import { conflict, startEngineProxy } from '../../builders/engines/engine-proxy.ts';
import type { EngineProxy, Fate } from '../../builders/engines/engine-proxy.ts';
import { engines, useEngine } from '../../builders/engines/engines.ts';
import { knowBuyers } from '../../builders/items/known-buyer.ts';
import { buildApis } from '../../builders/worlds/seller-api.ts';
import { eventsOf, eventTypesOf } from '../../builders/items/shop-events.ts';
import { readItem } from '../../builders/items/table-items.ts';
import { createTable, openClient } from '../../builders/engines/table.ts';
import { stubAwsEndpoint, unstubAwsEndpoint } from '../../builders/fakes/aws-endpoint.ts';

describe.each(engines())('a write whose reply is lost on %s', (kind) => {
  const engine = useEngine(kind);
  const clock = buildClock();
  let proxy: EngineProxy;
  let table: Table;
  let apis: ReturnType<typeof buildApis>;
  let tables = 0;

  beforeEach(async () => {
    // Each answer of 503 is logged, as it should be.
    for (const stream of [process.stdout, process.stderr]) vi.spyOn(stream, 'write').mockReturnValue(true);
    clock.time = noon;
    table = { name: `lost-replies-${++tables}`, client: openClient(engine.url) };
    await createTable(table.client, table.name);
    await buildApis(table, clock).ops.set('shop');
    await knowBuyers(table, 2, 'shop');
    proxy = await startEngineProxy(engine.url);
    stubAwsEndpoint(proxy.url);
    apis = buildApis(openTable(table.name, requestBounds(3, 300)), clock);
  });
  afterEach(async () => {
    vi.restoreAllMocks();
    unstubAwsEndpoint();
    await proxy.close();
  });

  const shop = () => apis.seller('shop');
  const events = () => eventTypesOf(table, 'shop');
  const used = async () => (await shop().access()).body;
  /** The next transactions meet this fate, then all is well. */
  function befall(fate: Fate, times: number): void {
    let left = times;
    proxy.fate = ({ operation }) => (operation === 'TransactWriteItems' && left-- > 0 ? fate : { type: 'pass' });
  }
  const allAttempts = 3;

  it.each([
    'lose_reply',
    'silence_reply',
  ] as const)('is done once and answered when the client repeats it by itself (%s)', async (type) => {
    befall({ type }, 1);
    expect((await shop().add('b0', {}, 'key')).status).toBe(201);
    befall({ type }, 1);
    expect((await shop().add('b1')).status).toBe(201);
    expect(await events()).toEqual(['Buyer Blocked', 'Buyer Blocked']);
    expect(await used()).toMatchObject({ blocks: { used: 2 }, newBlocksToday: { used: 2 } });
  });

  it.each([
    ['at once', 0],
    ['after 11 minutes, when DynamoDB has forgotten its token', 11 * 60_000],
    ['just before 24 hours', 86_400_000 - 1],
  ])('is the same block when the caller repeats its key %s', async (_, later) => {
    befall({ type: 'lose_reply' }, allAttempts);
    const lost = await shop().add('b0', { note: 'n' }, 'key');
    expect(lost).toMatchObject({ status: 503, headers: { 'retry-after': '1' }, body: { code: 'unavailable' } });
    clock.advance(later);
    const repeated = await shop().add('b0', { note: 'n' }, 'key');
    expect(repeated).toMatchObject({ status: 201, body: { note: 'n', createdAt: '2026-11-22T12:00:00.000Z' } });
    expect((await shop().get('b0')).body).toEqual(repeated.body);
    expect(await events()).toEqual(['Buyer Blocked']);
    expect(await used()).toMatchObject({ blocks: { used: 1 } });
    expect(
      Object.entries((await readItem(table, ledgerKey('shop'))) ?? {}).filter(([name]) => name.startsWith('d#')),
    ).toEqual([['d#2026-11-22T00:00:00.000Z', 1]]);
  });

  it('is told as already blocked after 25 hours, when the key means nothing any more', async () => {
    befall({ type: 'lose_reply' }, allAttempts);
    await shop().add('b0', {}, 'key');
    clock.advance(25 * 3_600_000);
    expect((await shop().add('b0', {}, 'key')).body['code']).toBe('already_blocked');
    expect(await events()).toEqual(['Buyer Blocked']);
  });

  it('removes and extends once', async () => {
    await shop().add('b0');
    befall({ type: 'lose_reply' }, allAttempts);
    expect((await shop().extend('b0', { duration: 'permanent' }, 'extend')).status).toBe(503);
    expect((await shop().extend('b0', { duration: 'permanent' }, 'extend')).body).toMatchObject({
      duration: 'permanent',
    });
    befall({ type: 'lose_reply' }, allAttempts);
    expect((await shop().remove('b0', 'remove')).status).toBe(503);
    expect((await shop().remove('b0', 'remove')).status).toBe(204);
    expect(await events()).toEqual(['Buyer Blocked', 'Block Changed', 'Buyer Unblocked']);
  });

  it('changes nothing when it never got through, and the key stays good', async () => {
    for (const type of ['refuse', 'hang'] as const) {
      befall({ type }, allAttempts);
      expect((await shop().add('b0', {}, 'key')).status).toBe(503);
    }
    expect(await events()).toEqual([]);
    expect((await shop().add('b0', {}, 'key')).status).toBe(201);
  });

  it('is done once though conflicts and lost replies alternate', async () => {
    const fates: Fate['type'][] = ['answer', 'lose_reply', 'answer', 'answer', 'lose_reply', 'answer'];
    let turn = 0;
    proxy.fate = ({ operation, body }) => {
      const type = operation === 'TransactWriteItems' ? fates[turn++] : undefined;
      return type === 'answer' ? conflict(body) : type === 'lose_reply' ? { type } : { type: 'pass' };
    };
    expect((await shop().add('b0', {}, 'key')).status).toBe(201);
    expect(await events()).toEqual(['Buyer Blocked']);
    expect(await used()).toMatchObject({ blocks: { used: 1 }, newBlocksToday: { used: 1 } });
  });

  it('grants an access once', async () => {
    befall({ type: 'lose_reply' }, 1);
    expect((await apis.ops.set('shop-2', { quotas: { blocks: 5 } })).body).toMatchObject({
      state: 'active',
      quotas: { blocks: 5 },
    });
    expect(await eventsOf(table, 'shop-2')).toMatchObject([{ type: 'Access Granted' }]);
  });
});
