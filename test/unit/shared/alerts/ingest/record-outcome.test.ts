import { describe, expect, it } from 'vitest';
import { recordOutcome } from '../../../../../shared/alerts/ingest/record-outcome.ts';
import { fraudOutcomeConfirmed } from '../../../../../shared/contracts/events/fraud-outcome-confirmed.ts';
import { buildAccess } from '../../../../builders/items/block-list.ts';
import { fakeAlertShop } from '../../../../builders/fakes/fake-alert-shop.ts';
import { inbound } from '../../../../builders/worlds/ingest-world.ts';

const outcome = (detail: object = {}) => fraudOutcomeConfirmed.detail.parse(inbound.outcome(detail).detail);

describe('a fraud outcome', () => {
  it('is shown, and counted on the day of the shop on which it happened', async () => {
    const shop = fakeAlertShop();
    shop.state.access = buildAccess({ timeZone: 'Asia/Tokyo' });
    await recordOutcome(shop.deps)(
      outcome({ occurredAt: '2026-11-22T15:00:00.000Z', protectedAmount: { value: '12.50', currency: 'USD' } }),
    );
    expect(shop.saved).toMatchObject([
      {
        after: { kind: 'fraud_outcome', status: 'resolved', category: 'malicious_refund' },
        dayStats: {
          date: '2026-11-23',
          counts: { 'fraud#malicious_refund': 1 },
          amount: { value: '12.50', currency: 'USD' },
        },
        events: [{ type: 'Alert Raised' }],
      },
    ]);
  });

  it('is one alert, however often it is told', async () => {
    const shop = fakeAlertShop();
    await recordOutcome(shop.deps)(outcome());
    await recordOutcome(shop.deps)(outcome({ category: 'told_otherwise' }));
    expect(shop.saved).toHaveLength(1);
  });

  it('that another delivery records meanwhile is left as it is', async () => {
    const shop = fakeAlertShop();
    shop.meanwhile(() => recordOutcome(shop.deps)(outcome()));
    await recordOutcome(shop.deps)(outcome({ category: 'told_otherwise' }));
    expect(shop.saved.map(({ after }) => after.category)).toEqual(['malicious_refund']);
  });

  it('is not shown to a shop without active access', async () => {
    const shop = fakeAlertShop();
    shop.state.access = buildAccess({ state: 'terminated' });
    await recordOutcome(shop.deps)(outcome());
    expect(shop.saved).toEqual([]);
  });

  it.each([
    ['order', { type: 'order', id: 'x' }],
    ['account', undefined],
  ])('tells of %s only what the shop may see', async (type, about) => {
    const shop = fakeAlertShop();
    await recordOutcome(shop.deps)(outcome({ subject: { type, id: 'x' } }));
    expect(shop.saved[0]?.after.about).toEqual(about);
  });
});
