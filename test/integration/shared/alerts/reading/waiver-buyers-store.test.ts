import { beforeEach, describe, expect, it } from 'vitest';
import { createWaiverBuyersStore } from '../../../../../shared/alerts/reading/waiver-buyers-store.ts';
import { buildClock, noon } from '../../../../builders/fakes/clock.ts';
import { usualEngines } from '../../../../builders/engines/engines.ts';
import { useTable } from '../../../../builders/engines/table.ts';
import { knowBuyer } from '../../../../builders/items/known-buyer.ts';
import { accessItem } from '../../../../builders/items/stored-items.ts';
import { putItems } from '../../../../builders/items/table-items.ts';
import { buildAlertApis, orderAlert, raise } from '../../../../builders/worlds/alert-apis.ts';

describe.each(usualEngines())('the buyers of waivers on %s', (engine) => {
  const table = useTable(engine);
  const clock = buildClock(noon + 1000);
  const seller = buildAlertApis(table, clock).seller('shop');
  const store = createWaiverBuyersStore(table);
  const scope = { shopId: 'shop' } as Parameters<typeof store.read>[0];
  const [first, second] = [orderAlert('shop', 'o1'), orderAlert('shop', 'o2', { buyerId: 'buyer-2' })];
  const known = { buyerId: 'buyer-1', username: 'name-buyer-1', avatarUrl: 'https://cdn.example/buyer-1.png' };

  beforeEach(async () => {
    await putItems(table, accessItem('shop'));
    await raise(table, 'shop', first);
    await raise(table, 'shop', second);
    await knowBuyer(table, 'buyer-1', 'shop');
  });

  it('are named as they are now, by ID alone without a profile, and not at all without their alert', async () => {
    const ids = [second.alertId, first.alertId, 'gone', first.alertId];
    expect(await store.read(scope, ids)).toEqual([{ buyerId: 'buyer-2' }, known, undefined, known]);
    expect(await store.read(scope, [])).toEqual([]);
  });

  it('are those of another shop for nobody', async () => {
    expect(await store.read({ ...scope, shopId: 'shop-2' }, [first.alertId])).toEqual([undefined]);
  });

  it('stand in the list of waivers', async () => {
    await seller.cancel(first.alertId);
    expect((await seller.waivers()).body).toMatchObject({ items: [{ subjectId: 'o1', buyer: known }] });
  });
});
