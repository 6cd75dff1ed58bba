import { describe, expect, it } from 'vitest';
import { platformScope } from '../../../../../shared/access/scope.ts';
import { alertIdAbout } from '../../../../../shared/alerts/alert-id.ts';
import { progressAlert } from '../../../../../shared/alerts/ingest/progress-alert.ts';
import { followSubject } from '../../../../../shared/alerts/ingest/progress-rules.ts';
import type { Alert } from '../../../../../shared/alerts/rules.ts';
import { noon } from '../../../../builders/fakes/clock.ts';
import { fakeAlertShop } from '../../../../builders/fakes/fake-alert-shop.ts';
import { buildOrderAlert } from '../../../../builders/items/shop-alerts.ts';
import { buildWaiver } from '../../../../builders/items/waiver.ts';

const scope = platformScope('shop', 'test');
const subject = { type: 'order', id: 'o1' } as const;
const requested = buildOrderAlert({
  alertId: alertIdAbout('shop', subject),
  subject,
  status: 'action_requested',
  lastAction: { type: 'cancel_order', requestedAt: noon, requestedBy: 'ann', outcome: 'pending' },
});
const cancelled = (alert: Alert, now: number) => followSubject(alert, 'done', now);

describe('the progress of an alert', () => {
  it('grants the waiver of a request that was carried out, and says so before it says that the alert changed', async () => {
    const shop = fakeAlertShop();
    shop.put(requested);
    shop.waivers.set('order#o1', buildWaiver());
    await progressAlert(shop.deps, scope, subject, cancelled);
    expect(shop.alertAbout('order', 'o1')).toMatchObject({ status: 'resolved', lastAction: { outcome: 'confirmed' } });
    expect(shop.waivers.get('order#o1')).toMatchObject({ status: 'granted', revision: 2 });
    const [waived, changed] = shop.saved[0]?.events ?? [];
    expect(waived).toMatchObject({ type: 'Penalty Waived', detail: { subjectId: 'o1', status: 'granted' } });
    expect(changed).toMatchObject({ type: 'Alert Changed', accompanies: waived?.eventId });
    expect(shop.calls).toEqual(['readSettled', 'readWaiver', 'save']);
  });

  it('reads no waiver where nobody had asked', async () => {
    const shop = fakeAlertShop();
    shop.put({ ...requested, status: 'open', lastAction: undefined } as unknown as Alert);
    await progressAlert(shop.deps, scope, subject, cancelled);
    expect(shop.calls).toEqual(['readSettled', 'save']);
    expect(shop.saved[0]?.events).toMatchObject([{ detail: { change: 'subject_settled' } }]);
  });

  it('begins with the alert that was found already, and reads it only when that has changed', async () => {
    const shop = fakeAlertShop();
    await progressAlert(shop.deps, scope, subject, cancelled, { alert: undefined });
    expect(shop.calls).toEqual([]);
    shop.put({ ...requested, revision: 2 });
    await progressAlert(shop.deps, scope, subject, cancelled, { alert: requested });
    expect(shop.calls).toEqual(['readWaiver', 'save', 'readSettled', 'readWaiver', 'save']);
    expect(shop.alertAbout('order', 'o1')).toMatchObject({ status: 'resolved', revision: 3 });
  });

  it('takes the waiver as it is now when that changes meanwhile', async () => {
    const shop = fakeAlertShop();
    shop.put(requested);
    shop.waivers.set('order#o1', buildWaiver());
    shop.meanwhile(() => shop.waivers.set('order#o1', buildWaiver({ revision: 5 })));
    await progressAlert(shop.deps, scope, subject, cancelled);
    expect(shop.waivers.get('order#o1')).toMatchObject({ status: 'granted', revision: 6 });
  });
});
