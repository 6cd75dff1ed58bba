import { describe, expect, it } from 'vitest';
import { platformScope } from '../../../../../shared/access/scope.ts';
import { dismissAlert } from '../../../../../shared/alerts/actions/dismiss-alert.ts';
import type { Alert } from '../../../../../shared/alerts/rules.ts';
import { idempotentUse } from '../../../../../shared/idempotency/record.ts';
import { alertStatuses } from '../../../../../shared/kernel/words/alerts.ts';
import { noon } from '../../../../builders/fakes/clock.ts';
import { fakeAlertShop } from '../../../../builders/fakes/fake-alert-shop.ts';
import { buildAccess } from '../../../../builders/items/block-list.ts';
import { buildOrderAlert } from '../../../../builders/items/shop-alerts.ts';
import { buildWaiver } from '../../../../builders/items/waiver.ts';

const scope = platformScope('shop', 'ann');
const alert = buildOrderAlert();
const use = idempotentUse({ shopId: 'shop', seller: 'ann' }, 'key', ['dismissAlert']);

function shopWith(present: Alert) {
  const shop = fakeAlertShop();
  shop.put(present);
  return shop;
}
function dismiss(shop: ReturnType<typeof fakeAlertShop>) {
  return dismissAlert(shop.deps, {
    scope,
    use,
    verdict: 'false_positive',
    now: noon,
    async read() {
      return { access: buildAccess(), loaded: await shop.deps.alerts.read(scope, alert.alertId) };
    },
  });
}

describe('the dismissal of an alert', () => {
  it('ends it with the verdict, in one write', async () => {
    const shop = shopWith(alert);
    const after = await dismiss(shop);
    expect(after).toEqual({
      ...alert,
      status: 'dismissed',
      verdict: 'false_positive',
      dismissedBy: 'ann',
      revision: 2,
      changedAt: noon,
    });
    expect(shop.calls).toEqual(['read', 'save']);
    expect(shop.saved).toMatchObject([{ event: 'dismissed', seller: { idempotency: { use } } }]);
  });

  it('tells the risk systems the verdict, and then everybody that the alert changed', async () => {
    const shop = shopWith(alert);
    await dismiss(shop);
    expect(shop.saved[0]?.events).toMatchObject([
      { eventId: 'id-1', type: 'Alert Dismissed', detail: { verdict: 'false_positive', dismissedBy: 'ann' } },
      { eventId: 'id-2', type: 'Alert Changed', accompanies: 'id-1', detail: { change: 'dismissed' } },
    ]);
  });

  it('leaves the waiver of a request that nobody has answered: the answer may yet come', async () => {
    const lastAction = { type: 'cancel_order', requestedAt: noon, requestedBy: 'ann', outcome: 'unanswered' } as const;
    const shop = shopWith({ ...alert, lastAction });
    const waiver = buildWaiver();
    shop.waivers.set('order#order-1', waiver);
    expect(await dismiss(shop)).toMatchObject({ status: 'dismissed', lastAction });
    expect(shop.waivers.get('order#order-1')).toBe(waiver);
  });

  it.each(alertStatuses.filter((status) => status !== 'open'))('is refused of an alert that is %s', async (status) => {
    const shop = shopWith({ ...alert, status });
    await expect(dismiss(shop)).rejects.toMatchObject({ code: 'alert_not_open' });
    expect(shop.saved).toEqual([]);
  });

  it('is refused from the instant of the deadline, though nothing has ended the alert yet', async () => {
    await expect(dismiss(shopWith({ ...alert, respondBy: noon }))).rejects.toMatchObject({ code: 'alert_not_open' });
    expect(await dismiss(shopWith({ ...alert, respondBy: noon + 1 }))).toMatchObject({ status: 'dismissed' });
  });

  it('finds no alert where there is none', async () => {
    await expect(dismiss(fakeAlertShop())).rejects.toMatchObject({ code: 'not_found' });
  });

  it('is decided anew on what the risk systems change meanwhile, as the same dismissal', async () => {
    const shop = shopWith(alert);
    shop.meanwhile(() => shop.put({ ...alert, reasons: ['new_account'], revision: 2 }));
    expect(await dismiss(shop)).toMatchObject({ status: 'dismissed', reasons: ['new_account'], revision: 3 });
    expect(shop.saved.flatMap(({ events }) => events.map(({ eventId }) => eventId))).toEqual(['id-1', 'id-2']);
  });

  it('is refused when somebody else acts first', async () => {
    const shop = shopWith(alert);
    shop.meanwhile(() => shop.put({ ...alert, status: 'action_requested', revision: 2 }));
    await expect(dismiss(shop)).rejects.toMatchObject({ code: 'alert_not_open' });
    expect(shop.saved).toEqual([]);
  });
});
