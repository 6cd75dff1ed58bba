import { describe, expect, it } from 'vitest';
import { alertIdAbout } from '../../../../../shared/alerts/alert-id.ts';
import { refuseAction } from '../../../../../shared/alerts/ingest/refuse-action.ts';
import type { Alert } from '../../../../../shared/alerts/rules.ts';
import { noon } from '../../../../builders/fakes/clock.ts';
import { fakeAlertShop } from '../../../../builders/fakes/fake-alert-shop.ts';
import { buildOrderAlert } from '../../../../builders/items/shop-alerts.ts';
import { buildWaiver } from '../../../../builders/items/waiver.ts';

const order = { type: 'order', id: 'o1' } as const;
const refund = { type: 'refund', id: 'r1' } as const;
const requestedAt = noon - 60_000;

function requested(over: Partial<Alert> = {}): Alert {
  const { subject = order } = over;
  return buildOrderAlert({
    alertId: alertIdAbout('shop', subject === order ? order : refund),
    subject,
    status: 'action_requested',
    lastAction: { type: 'cancel_order', requestedAt, requestedBy: 'ann', outcome: 'pending' },
    ...over,
  });
}

/** A shop whose seller has asked, and the waiver of that. */
function shopWith(alert: Alert = requested()) {
  const shop = fakeAlertShop();
  const { type, id } = alert.subject;
  shop.put(alert);
  if (type !== 'outcome')
    shop.waivers.set(`${type}#${id}`, buildWaiver({ subjectType: type, subjectId: id, requestedAt }));
  return shop;
}
function refuse(
  shop: ReturnType<typeof fakeAlertShop>,
  { subject = order as typeof order | typeof refund, reason = 'already_packed', eventId = 'e1', time = noon } = {},
) {
  return refuseAction(shop.deps, 'refusal-consumer')(
    { shopId: 'shop', eventId, reason },
    { time, sentAt: time },
    subject,
  );
}

describe('the refusal of a request', () => {
  it.each([
    order,
    refund,
  ])('gives the alert of the $type back to its sellers, and voids the waiver', async (subject) => {
    const shop = shopWith(requested({ subject }));
    await refuse(shop, { subject });
    expect(shop.alertAbout(subject.type, subject.id)).toMatchObject({
      status: 'open',
      lastAction: { outcome: 'refused', answeredAt: noon, refusal: 'already_packed' },
      refusalIds: ['e1'],
    });
    expect(shop.waivers.get(`${subject.type}#${subject.id}`)).toMatchObject({ status: 'void', revision: 2 });
    expect(shop.saved.flatMap(({ events }) => events)).toMatchObject([
      { type: 'Alert Changed', actor: { id: 'refusal-consumer' }, detail: { change: 'action_refused' } },
    ]);
  });

  it('ends the alert whose time has passed', async () => {
    const shop = shopWith(requested({ respondBy: noon }));
    await refuse(shop);
    expect(shop.alertAbout('order', 'o1')).toMatchObject({ status: 'expired', lastAction: { outcome: 'refused' } });
  });

  it('keeps no words, which may name a buyer', async () => {
    const shop = shopWith();
    await refuse(shop, { reason: 'Ada has the parcel.' });
    expect(shop.alertAbout('order', 'o1')?.lastAction?.refusal).toBe('other');
  });

  it('answers once, however often it is delivered', async () => {
    const shop = shopWith();
    await refuse(shop);
    await refuse(shop);
    await refuse(shop, { eventId: 'e2' });
    expect(shop.saved).toHaveLength(1);
  });

  it.each([
    [requestedAt - 1000, 'action_requested'],
    [requestedAt, 'open'],
  ])('that was published at %i leaves the alert %s: an earlier one is about an earlier request', async (time, status) => {
    const shop = shopWith();
    await refuse(shop, { time });
    expect(shop.alertAbout('order', 'o1')?.status).toBe(status);
    expect(shop.waivers.get('order#o1')?.status).toBe(status === 'open' ? 'void' : 'pending');
  });

  it('of what nobody asked for, or of no alert, changes nothing', async () => {
    const { lastAction: _, ...unasked } = requested({ status: 'open' });
    const shop = shopWith(unasked);
    await refuse(shop);
    await refuse(shop, { subject: refund });
    expect(shop.saved).toEqual([]);
    expect(shop.waivers.get('order#o1')?.status).toBe('pending');
  });
});
