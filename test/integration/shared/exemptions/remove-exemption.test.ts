import { beforeEach, describe, expect, it } from 'vitest';
import { followExemptionEnd } from '../../../../shared/exemptions/follow-exemption.ts';
import { createFollowExemptionStore } from '../../../../shared/exemptions/follow-store.ts';
import { exemptInKey, exemptionKey, exemptPeriodKey, markerKey } from '../../../../shared/table/keys.ts';
import { longestWait } from '../../../../shared/kernel/words/longest-wait.ts';
import { buildClock, noon } from '../../../builders/fakes/clock.ts';
import { engines } from '../../../builders/engines/engines.ts';
import { knowBuyers } from '../../../builders/items/known-buyer.ts';
import { eventsOf, eventTypesOf } from '../../../builders/items/shop-events.ts';
import { readItem } from '../../../builders/items/table-items.ts';
import { useTable } from '../../../builders/engines/table.ts';
import { buildApis } from '../../../builders/worlds/seller-api.ts';

describe.each(engines())('the end of an exemption on %s', (engine) => {
  const table = useTable(engine);
  const clock = buildClock();
  const { seller, ops } = buildApis(table, clock);
  const shop = seller('shop');

  beforeEach(async () => {
    clock.time = noon;
    await ops.set('shop');
    await knowBuyers(table, 2, 'shop');
  });

  it('leaves an event, and of the exemption only when it held, for as long as an order can be told of late', async () => {
    const { exemptionId } = (await shop.exempt('b0')).body;
    clock.advance(1000);
    expect(await shop.endExemption('b0')).toMatchObject({ status: 204 });
    expect(await eventsOf(table, 'shop', 'Buyer Exemption Ended')).toMatchObject([
      { detail: { buyerId: 'b0', exemptionId, because: 'removed' }, actor: { kind: 'seller', id: 'ann' } },
    ]);
    for (const key of [exemptionKey('shop', 'b0'), exemptInKey('b0', 'shop')])
      expect(await readItem(table, key)).toBeUndefined();
    expect(await readItem(table, exemptPeriodKey('shop', 'b0', String(exemptionId)))).toMatchObject({
      since: noon,
      endedAt: noon + 1000,
      ttl: (noon + 1000 + longestWait) / 1000,
    });
    await followExemptionEnd(createFollowExemptionStore(table), { shopId: 'shop', buyerId: 'b0' });
    expect(await readItem(table, markerKey('shop', 'b0'))).toBeUndefined();
  });

  it('is not found where there is none, and happens once for its key', async () => {
    expect(await shop.endExemption('b0')).toMatchObject({ status: 404, body: { code: 'not_found' } });
    await shop.exempt('b0');
    expect((await shop.endExemption('b0', 'key-1')).status).toBe(204);
    expect((await shop.endExemption('b0', 'key-1')).status).toBe(204);
    expect(await eventTypesOf(table, 'shop')).toEqual(['Buyer Exempted', 'Buyer Exemption Ended']);
  });

  it('goes by If-Match: another exemption of the same buyer is another state', async () => {
    const first = String((await shop.exempt('b0')).headers['etag']);
    await shop.endExemption('b0');
    const second = String((await shop.exempt('b0')).headers['etag']);
    expect(await shop.endExemption('b0', undefined, { 'if-match': first })).toMatchObject({
      status: 412,
      body: { code: 'precondition_failed', revision: 1 },
    });
    expect(await shop.exemption('b0', { 'if-none-match': second })).toMatchObject({ status: 304 });
    expect((await shop.endExemption('b0', undefined, { 'if-match': `W/${second}` })).status).toBe(204);
  });

  it('comes with a block of this very buyer, in the same write', async () => {
    const { exemptionId } = (await shop.exempt('b0')).body;
    const { blockId } = (await shop.add('b0')).body;
    expect((await shop.exemption('b0')).status).toBe(404);
    expect((await shop.exemptions()).body).toEqual({ items: [] });
    expect(await eventTypesOf(table, 'shop')).toEqual(['Buyer Exempted', 'Buyer Blocked', 'Buyer Exemption Ended']);
    expect(await eventsOf(table, 'shop', 'Buyer Exemption Ended')).toMatchObject([
      { detail: { exemptionId, because: 'blocked' } },
    ]);
    const marker = await readItem(table, markerKey('shop', 'b0'));
    expect(marker).toMatchObject({ 'b#b0': { blockId } });
    expect(marker).not.toHaveProperty('exemption');
    await shop.remove('b0');
    expect((await shop.exempt('b0')).status).toBe(201);
  });

  it('does not come with a block that is refused', async () => {
    await shop.exempt('b0');
    await ops.set('shop', { quotas: { blocks: 0, newBlocksPerDay: 10 } });
    expect(await shop.add('b0')).toMatchObject({ status: 409, body: { code: 'block_list_full' } });
    expect((await shop.exemption('b0')).status).toBe(200);
  });
});
