import { describe, expect, it } from 'vitest';
import { platformScope } from '../../../../../shared/access/scope.ts';
import { alertIdAbout } from '../../../../../shared/alerts/alert-id.ts';
import { readAlertAbout } from '../../../../../shared/alerts/ingest/correct-buyer.ts';
import { fakeAlertShop } from '../../../../builders/fakes/fake-alert-shop.ts';
import { buildOrderAlert } from '../../../../builders/items/shop-alerts.ts';

const scope = platformScope('shop', 'test');
const subject = { type: 'order', id: 'order-1' } as const;
const alert = buildOrderAlert({ alertId: alertIdAbout('shop', subject) });

describe('the alert about a buyer', () => {
  it('is as it is where it names that buyer, or is not there: one read', async () => {
    const shop = fakeAlertShop();
    expect(await readAlertAbout(shop.deps, scope, subject, 'buyer-1')).toBeUndefined();
    shop.put(alert);
    expect(await readAlertAbout(shop.deps, scope, subject, 'buyer-1')).toBe(alert);
    expect(shop.calls).toEqual(['readSettled', 'readSettled']);
  });

  it('is put right where a flag had named another, with the history of the right one', async () => {
    const shop = fakeAlertShop();
    shop.put(alert);
    shop.counts.set('buyer-2', { orders: 3, cancellations: 0, refunds: 1, alerts: 2 });
    const found = await readAlertAbout(shop.deps, scope, subject, 'buyer-2');
    const history = { orders: 3, cancellations: 0, refunds: 1, earlierAlerts: 2, linkedAccounts: 0, linkedAlerts: 0 };
    expect(found).toEqual({ ...alert, buyerId: 'buyer-2', revision: 2, history });
    expect(shop.saved).toMatchObject([
      { event: 'buyer_corrected', events: [{ detail: { change: 'buyer_corrected' } }] },
    ]);
  });

  it('keeps what somebody changes meanwhile', async () => {
    const shop = fakeAlertShop();
    shop.put(alert);
    shop.meanwhile(() => shop.put({ ...alert, status: 'dismissed', revision: 2 }));
    expect(await readAlertAbout(shop.deps, scope, subject, 'buyer-2')).toMatchObject({
      buyerId: 'buyer-2',
      status: 'dismissed',
      revision: 3,
    });
  });
});
