import { describe, expect, it } from 'vitest';
import { platformScope } from '../../../../../shared/access/scope.ts';
import { raiseAlert, raiseOwnAlert } from '../../../../../shared/alerts/ingest/raise-alert.ts';
import type { Flag } from '../../../../../shared/alerts/rules.ts';
import { noon } from '../../../../builders/fakes/clock.ts';
import { fakeAlertShop } from '../../../../builders/fakes/fake-alert-shop.ts';

const scope = platformScope('shop', 'test');
const flagOf = (over: Partial<Flag> = {}): Flag => ({
  kind: 'security_alert_order',
  subject: { type: 'order', id: 'o1' },
  orderId: 'o1',
  buyerId: 'buyer-1',
  reasons: ['payment_risk'],
  flaggedAt: noon,
  ...over,
});
const ours = flagOf({ reasons: ['order_inside_block'] });
const order = { type: 'order', buyerId: 'buyer-1', status: 'AWAITING_SHIPMENT', updatedAt: noon } as const;

describe('a flag of the risk systems', () => {
  it('raises the alert with one event, in one read, one of what linked accounts did, and one write', async () => {
    const shop = fakeAlertShop();
    await raiseAlert(shop.deps, scope, flagOf());
    expect(shop.alertAbout('order', 'o1')).toMatchObject({ status: 'open', revision: 1, reasons: ['payment_risk'] });
    expect(shop.saved.map(({ events }) => events.map(({ type }) => type))).toEqual([['Alert Raised']]);
    expect(shop.calls).toEqual(['readSituation', 'readLinkedHistory', 'save']);
  });

  it('changes the alert that there is, and leaves it when it says nothing new', async () => {
    const shop = fakeAlertShop();
    await raiseAlert(shop.deps, scope, flagOf());
    await raiseAlert(shop.deps, scope, flagOf({ reasons: ['new_account'], flaggedAt: noon + 1 }));
    await raiseAlert(shop.deps, scope, flagOf());
    expect(shop.alertAbout('order', 'o1')).toMatchObject({ revision: 2, reasons: ['new_account', 'payment_risk'] });
    expect(shop.saved.at(-1)?.events).toMatchObject([{ type: 'Alert Changed', detail: { change: 'flagged_again' } }]);
  });

  it('does nothing in a shop without active access', async () => {
    const shop = fakeAlertShop();
    shop.state.access = undefined;
    await raiseAlert(shop.deps, scope, flagOf());
    expect(shop.calls).toEqual(['readSituation']);
  });

  it.each([
    'order',
    'alert',
  ] as const)('of another buyer than the %s knows is refused before anything more is read', async (known) => {
    const shop = fakeAlertShop();
    if (known === 'order') shop.tell('o1', { ...order, buyerId: 'buyer-2' });
    else await raiseAlert(shop.deps, scope, flagOf({ buyerId: 'buyer-2' }));
    const before = shop.calls.length;
    await expect(raiseAlert(shop.deps, scope, flagOf())).rejects.toMatchObject({ reason: 'conflicting_buyer' });
    expect(shop.calls.slice(before)).toEqual(['readSituation']);
  });

  it('takes the flagged order into the history, once, and not the alert itself', async () => {
    const shop = fakeAlertShop();
    shop.state.linked = { linkedAccounts: 2, linkedAlerts: 3 };
    shop.counts.set('buyer-1', { orders: 4, cancellations: 1, refunds: 2, alerts: 5 });
    await raiseAlert(shop.deps, scope, flagOf());
    const history = { orders: 5, cancellations: 1, refunds: 2, earlierAlerts: 5, linkedAccounts: 2, linkedAlerts: 3 };
    expect(shop.alertAbout('order', 'o1')?.history).toEqual(history);
    shop.tell('o1', order);
    shop.counts.set('buyer-1', { orders: 5, cancellations: 1, refunds: 2, alerts: 6 });
    await raiseAlert(shop.deps, scope, flagOf({ flaggedAt: noon + 1 }));
    expect(shop.alertAbout('order', 'o1')?.history).toEqual(history);
  });

  it('is decided anew when the order moves meanwhile, and links are not read again', async () => {
    const shop = fakeAlertShop();
    shop.meanwhile(() => shop.tell('o1', { ...order, status: 'IN_TRANSIT' }));
    await raiseAlert(shop.deps, scope, flagOf());
    expect(shop.alertAbout('order', 'o1')).toMatchObject({ status: 'expired' });
    expect(shop.calls).toEqual(['readSituation', 'readLinkedHistory', 'save', 'readSituation', 'save']);
  });

  it('is decided anew when it is taken back meanwhile', async () => {
    const shop = fakeAlertShop();
    await raiseAlert(shop.deps, scope, flagOf());
    const { alertId } = shop.alertAbout('order', 'o1') ?? { alertId: '' };
    shop.meanwhile(() => shop.withdrawals.set(alertId, noon + 5));
    await raiseAlert(shop.deps, scope, flagOf({ reasons: ['new_account'], flaggedAt: noon + 1 }));
    expect(shop.alertAbout('order', 'o1')).toMatchObject({ status: 'withdrawn', withdrawnAt: noon + 5 });
  });

  it('is left to its next delivery when something changes ten times', async () => {
    const shop = fakeAlertShop();
    shop.meanwhile(...Array.from({ length: 10 }, (_, at) => () => shop.tell('o1', { ...order, updatedAt: noon + at })));
    await expect(raiseAlert(shop.deps, scope, flagOf())).rejects.toMatchObject({ code: 'unavailable' });
    expect(shop.calls.filter((call) => call === 'save')).toHaveLength(10);
    expect(shop.alertAbout('order', 'o1')).toBeUndefined();
  });
});

describe('a flag of our own', () => {
  it('raises an alert, and tells the right buyer where a flag had named another', async () => {
    const shop = fakeAlertShop();
    await raiseAlert(shop.deps, scope, flagOf({ buyerId: 'buyer-2' }));
    await raiseOwnAlert(shop.deps, scope, ours);
    expect(shop.alertAbout('order', 'o1')).toMatchObject({
      buyerId: 'buyer-1',
      reasons: ['payment_risk', 'order_inside_block'],
    });
  });

  it('is told once, however often its order comes', async () => {
    const shop = fakeAlertShop();
    await raiseOwnAlert(shop.deps, scope, ours);
    await raiseOwnAlert(shop.deps, scope, ours);
    expect(shop.saved).toHaveLength(1);
  });
});
