import { DeleteCommand } from '@aws-sdk/lib-dynamodb';
import { beforeEach, describe, expect, it } from 'vitest';
import { countStoppedOrders } from '../../../../shared/stopped-orders/count-stopped-orders.ts';
import { createStoppedOrderStore } from '../../../../shared/stopped-orders/store.ts';
import { blockKey, groupKey, linksKey, memberKey } from '../../../../shared/table/keys.ts';
import { newUlid } from '../../../../shared/table/ulid.ts';
import { engines } from '../../../builders/engines/engines.ts';
import { recordCalls } from '../../../builders/engines/recorded-calls.ts';
import { useTable } from '../../../builders/engines/table.ts';
import { buildClock, noon } from '../../../builders/fakes/clock.ts';
import { knowBuyer, knowBuyers } from '../../../builders/items/known-buyer.ts';
import { buildRemoval } from '../../../builders/items/stream-event.ts';
import { buildContext } from '../../../builders/items/lambda-context.ts';
import { putItems, readItem } from '../../../builders/items/table-items.ts';
import { buildGate } from '../../../builders/worlds/gate-over-table.ts';
import { coverBlock, toTheEnd } from '../../../builders/worlds/link-work.ts';
import { buyerRouteOver } from '../../../builders/worlds/lookups.ts';
import { buildApis, callRoute } from '../../../builders/worlds/seller-api.ts';
import { buildSupportApi } from '../../../builders/worlds/support-apis.ts';
import { cleanExpired } from '../../../../shared/coverage/clean-expired.ts';

const minute = 60_000;

describe.each(engines())('the standing of a buyer on %s', (engine) => {
  const table = useTable(engine);
  const recorded = recordCalls(table);
  const clock = buildClock();
  const { seller, ops } = buildApis(table, clock);
  const shop = seller('shop');
  const route = buyerRouteOver('readStanding', recorded, clock);
  const read = (buyerId = 'b0', role = 'viewer') =>
    callRoute(route, {
      path: `/v1/shops/shop/buyers/${buyerId}/standing`,
      pathParameters: { shopId: 'shop', buyerId },
      claims: { sub: 'ann', shops: `shop:${role}` },
    });
  const at = (milliseconds: number) => new Date(milliseconds).toISOString();

  beforeEach(async () => {
    clock.time = noon;
    await ops.set('shop');
    await knowBuyers(table, 3, 'shop');
  });

  it('is that of somebody whom nobody ever blocked here', async () => {
    expect(await read()).toMatchObject({
      status: 200,
      body: { buyerId: 'b0', gate: { decision: 'allow', reason: 'not_blocked' }, blocks: [], stops: [] },
    });
  });

  it('tells of a block, of its removal while that can be undone, of its return, and of its end', async () => {
    const { body } = await shop.add('b0', { note: 'why' });
    const { blockId } = body;
    expect((await read()).body).toMatchObject({
      gate: { decision: 'deny', reason: 'blocked', blockId },
      blocks: [{ blockId, state: 'live', createdBy: 'ann', note: 'why', revision: 1, expiresAt: body['expiresAt'] }],
    });
    clock.advance(minute);
    await seller('shop', { subject: 'bob' }).remove('b0');
    const removed = { blockId, state: 'ended', endedBecause: 'removed', endedBy: 'bob', endedAt: at(noon + minute) };
    expect((await read()).body).toMatchObject({
      gate: { decision: 'allow' },
      blocks: [{ ...removed, revision: 2, note: 'why', restorableUntil: at(noon + 16 * minute) }],
    });
    clock.advance(minute);
    await shop.restore('b0', blockId);
    expect((await read()).body).toMatchObject({
      gate: { decision: 'deny', blockId },
      blocks: [
        { blockId, state: 'live', revision: 3, gaps: [{ from: at(noon + minute), until: at(noon + 2 * minute) }] },
      ],
    });
    await shop.remove('b0');
    clock.advance(15 * minute);
    const over = (await read()).body['blocks'] as readonly object[];
    expect(over).toMatchObject([{ blockId, state: 'ended', revision: 4 }]);
    expect(JSON.stringify(over)).not.toMatch(/why|name-b0|restorableUntil/);
  });

  it('shows ended blocks of a year, with who ended them and why, also what expired', async () => {
    await shop.add('b0');
    await buildSupportApi(table, clock).lift('shop', 'b0');
    clock.advance(1000);
    await shop.add('b0');
    clock.advance(90 * 86_400_000);
    const expired = { state: 'ended', endedBecause: 'expired', endedAt: at(clock.time) };
    const lifted = { state: 'ended', endedBecause: 'lifted', endedBy: 'agent-7', supportReason: 'appeal upheld' };
    expect((await read()).body['blocks']).toMatchObject([expired, lifted]);
    // Then the TTL deletes it.
    const image = (await readItem(table, blockKey('shop', 'b0'))) ?? {};
    await table.client.send(new DeleteCommand({ TableName: table.name, Key: blockKey('shop', 'b0') }));
    await toTheEnd(table, (deps) => cleanExpired(deps)(buildRemoval(image), buildContext()));
    expect((await read()).body['blocks']).toMatchObject([expired, lifted]);
    clock.advance(397 * 86_400_000);
    expect((await read()).body['blocks']).toEqual([]);
  });

  it('shows the last stops of their own orders by their own blocks', async () => {
    await shop.add('b0');
    const gate = buildGate(table, clock);
    for (let index = 0; index < 12; index++) {
      clock.advance(3_600_000);
      await gate.raw({ checkoutId: `c${index}`, checks: [{ shopId: 'shop', buyerId: 'b0' }] });
    }
    for (const candidates of gate.stops)
      await countStoppedOrders({ store: createStoppedOrderStore(table), newId: newUlid }, candidates);
    const { stops } = (await read()).body as { stops: readonly { at: string }[] };
    expect(stops.map((stop) => stop.at)).toEqual(
      Array.from({ length: 10 }, (_, index) => at(noon + (12 - index) * 3_600_000)),
    );
    expect((await read('b1')).body).toMatchObject({ stops: [] });
  });

  it('reads the same, to the byte and the call, where a block reaches the buyer through a link', async () => {
    await putItems(
      table,
      ...['b0', 'b1'].map((buyerId) => ({ ...linksKey(buyerId), revision: 1, groups: new Set(['g']) })),
      { ...groupKey('g'), revision: 1, appliedRevision: 1, members: 2 },
      ...['b0', 'b1'].map((buyerId) => ({ ...memberKey('g', buyerId), buyerId, state: 'member' })),
    );
    const traced = async (buyerId: string) => {
      recorded.calls.length = 0;
      return { answer: await read(buyerId), calls: [...recorded.calls] };
    };
    const before = await traced('b0');
    const { body } = await shop.add('b1', { scope: 'linked_user_ids' });
    await coverBlock(table, {
      shopId: 'shop',
      buyerId: 'b1',
      blockId: String(body['blockId']),
      scope: 'linked_user_ids',
    });
    const gate = buildGate(table, clock);
    expect(await gate.decisions('shop/b0')).toEqual(['deny']);
    for (const candidates of gate.stops)
      await countStoppedOrders({ store: createStoppedOrderStore(table), newId: newUlid }, candidates);
    expect(await traced('b0')).toEqual(before);
    const stranger = await traced('b2');
    expect(stranger.calls).toEqual(before.calls);
    expect({ ...stranger.answer.body, buyerId: 'b0' }).toEqual(before.answer.body);
    // Nor does the root's own standing tell of an order that a linked account tried.
    expect((await read('b1')).body).toMatchObject({ gate: { decision: 'deny' }, stops: [] });
  });

  it('is of nobody who has not ordered here, whatever else is known; and a miss counts as a lookup', async () => {
    await knowBuyer(table, 'foreign', 'other');
    const traced = async (buyerId: string) => {
      recorded.calls.length = 0;
      return { answer: await read(buyerId), calls: recorded.calls.map(({ name, asked }) => [name, asked]) };
    };
    const nobody = await traced('nobody');
    expect(nobody.answer).toMatchObject({ status: 404, body: { code: 'buyer_not_found' } });
    expect(await traced('foreign')).toEqual(nobody);
    for (let count = 0; count < 58; count++) await read('nobody');
    expect((await read('foreign')).body['code']).toBe('too_many_requests');
    expect((await read('b0')).status).toBe(200);
  });

  it('waits for the access', async () => {
    await ops.set('shop', { state: 'terminated' });
    expect((await read()).body['code']).toBe('access_not_active');
  });
});
