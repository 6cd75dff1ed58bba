import { describe, expect, it } from 'vitest';
import { platformScope } from '../../../../../shared/access/scope.ts';
import { requestAction } from '../../../../../shared/alerts/actions/request-action.ts';
import type { Alert } from '../../../../../shared/alerts/rules.ts';
import { AppError } from '../../../../../shared/kernel/errors.ts';
import { noon } from '../../../../builders/fakes/clock.ts';
import { fakeAlertShop } from '../../../../builders/fakes/fake-alert-shop.ts';
import { buildOrderAlert } from '../../../../builders/items/shop-alerts.ts';
import { buildWaiver } from '../../../../builders/items/waiver.ts';

const scope = platformScope('shop', 'test');
const alert = buildOrderAlert({ subject: { type: 'order', id: 'o1' } });
const order = { type: 'order', buyerId: 'buyer-1', status: 'AWAITING_SHIPMENT', updatedAt: noon } as const;

/** A request for the cancellation of `o1`, in a shop that holds this alert. */
function request(shop: ReturnType<typeof fakeAlertShop>, present: Alert | undefined = alert) {
  if (present) shop.put(present);
  return requestAction(shop.deps, {
    scope,
    use: undefined,
    type: 'cancel_order',
    reason: undefined,
    now: noon,
    // As the route reads: it admits nobody whose access is not active.
    async read() {
      const { access } = shop.state;
      const loaded = present && (await shop.deps.alerts.read(scope, present.alertId));
      if (access?.state !== 'active') throw new AppError('access_not_active', 'no');
      return { access, loaded };
    },
  });
}

describe('the request for a cancellation', () => {
  it('leaves a pending waiver with the tag as its proof, and two events', async () => {
    const shop = fakeAlertShop();
    shop.tell('o1', order);
    expect(await request(shop)).toMatchObject({ status: 'action_requested', lastAction: { outcome: 'pending' } });
    expect(shop.waivers.get('order#o1')).toMatchObject({
      status: 'pending',
      tag: { alertId: alert.alertId, reasons: alert.reasons },
    });
    expect(shop.saved[0]?.events.map(({ type }) => type)).toEqual(['Order Cancellation Requested', 'Alert Changed']);
    expect(shop.calls).toEqual(['read', 'readSubject', 'save']);
  });

  it('is made of an order that nobody has told of: the order service may refuse it', async () => {
    expect(await request(fakeAlertShop())).toMatchObject({ status: 'action_requested' });
  });

  it('is refused when the order is shipped in the meantime, and leaves nothing', async () => {
    const shop = fakeAlertShop();
    shop.tell('o1', order);
    shop.meanwhile(() => shop.tell('o1', { ...order, status: 'IN_TRANSIT', updatedAt: noon + 1 }));
    await expect(request(shop)).rejects.toMatchObject({ code: 'order_not_cancellable' });
    expect([shop.saved.length, shop.waivers.size]).toEqual([0, 0]);
  });

  it('is refused once a waiver is granted: nothing is left to ask for', async () => {
    const shop = fakeAlertShop();
    shop.waivers.set('order#o1', buildWaiver({ status: 'granted' }));
    await expect(request(shop)).rejects.toMatchObject({ code: 'alert_not_open' });
  });

  it('is decided anew when the waiver changes in the meantime', async () => {
    const shop = fakeAlertShop();
    shop.waivers.set('order#o1', buildWaiver({ status: 'void', revision: 2 }));
    shop.meanwhile(() => shop.waivers.set('order#o1', buildWaiver({ status: 'void', revision: 4 })));
    await request(shop);
    expect(shop.waivers.get('order#o1')).toMatchObject({ status: 'pending', revision: 5 });
  });

  it('is refused when the access ends in the meantime', async () => {
    const shop = fakeAlertShop();
    shop.meanwhile(() => {
      shop.state.access = undefined;
    });
    await expect(request(shop)).rejects.toMatchObject({ code: 'access_not_active' });
  });

  it('is unavailable when the alert changes eight times', async () => {
    const shop = fakeAlertShop();
    const again = Array.from({ length: 8 }, (_, index) => () => shop.put({ ...alert, revision: index + 2 }));
    shop.meanwhile(...again);
    await expect(request(shop)).rejects.toMatchObject({ code: 'unavailable' });
    expect(shop.saved).toEqual([]);
  });
});
