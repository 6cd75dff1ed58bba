import { describe, expect, it } from 'vitest';
import type { Alert } from '../../../../shared/alerts/rules.ts';
import { meetDeadline } from '../../../../shared/deadlines/meet-deadline.ts';
import { toTimestamp } from '../../../../shared/kernel/clock.ts';
import { noon } from '../../../builders/fakes/clock.ts';
import { fakeAlertShop } from '../../../builders/fakes/fake-alert-shop.ts';
import { buildOrderAlert } from '../../../builders/items/shop-alerts.ts';
import { buildWaiver } from '../../../builders/items/waiver.ts';

const quarter = 15 * 60_000;
const due = (shop: ReturnType<typeof fakeAlertShop>, at: number) =>
  meetDeadline(shop.deps)({ version: 1, shopId: 'shop', alertId: 'alert-1', due: toTimestamp(at) });
const asked: Partial<Alert> = {
  subject: { type: 'order', id: 'o1' },
  status: 'action_requested',
  lastAction: { type: 'cancel_order', requestedAt: noon - quarter, requestedBy: 'ann', outcome: 'pending' },
};
/** A shop that holds this alert, at noon. */
function shopWith(alert: Partial<Alert>) {
  const shop = fakeAlertShop();
  shop.put(buildOrderAlert(alert));
  return shop;
}

describe('a deadline', () => {
  it('ends an open alert, in one read and one write', async () => {
    const shop = shopWith({ respondBy: noon });
    await due(shop, noon);
    expect(shop.saved).toMatchObject([{ event: 'deadline_passed', after: { status: 'expired' } }]);
    expect(shop.calls).toEqual(['read', 'save']);
  });

  it('does nothing for an alert that is not there, or for which nothing is due any more', async () => {
    const shop = shopWith({ respondBy: noon, status: 'dismissed' });
    await due(shop, noon);
    await due(fakeAlertShop(), noon);
    expect(shop.saved).toEqual([]);
  });

  it('that is still to come is asked for again, and one that has moved is not', async () => {
    const shop = shopWith({ respondBy: noon + 1, announcedFor: noon + 1 });
    await expect(due(shop, noon + 1)).rejects.toMatchObject({ code: 'unavailable' });
    await due(shop, noon + 2);
    expect(shop.saved).toEqual([]);
  });

  it('voids the waiver of a request that nobody answered once the order has moved on, and only then', async () => {
    const waiting = shopWith(asked);
    waiting.waivers.set('order#o1', buildWaiver());
    await due(waiting, noon);
    expect(waiting.calls).toEqual(['read', 'save']);
    expect(waiting.waivers.get('order#o1')?.status).toBe('pending');

    const shipped = shopWith({ ...asked, subjectClosedAt: noon - 1 });
    shipped.waivers.set('order#o1', buildWaiver());
    await due(shipped, noon);
    expect(shipped.calls).toEqual(['read', 'readWaiver', 'save']);
    expect(shipped.waivers.get('order#o1')?.status).toBe('void');
  });

  it('finds nothing to do when a seller acts in between', async () => {
    const shop = shopWith({ respondBy: noon });
    shop.meanwhile(() => shop.put(buildOrderAlert({ respondBy: noon, status: 'dismissed', revision: 2 })));
    await due(shop, noon);
    expect(shop.saved).toEqual([]);
  });
});
