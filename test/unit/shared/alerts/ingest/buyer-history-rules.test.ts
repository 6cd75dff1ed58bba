import { describe, expect, it } from 'vitest';
import { buyerHistory } from '../../../../../shared/alerts/ingest/buyer-history-rules.ts';

const counts = { orders: 5, cancellations: 2, refunds: 1, alerts: 3 };
const linked = { linkedAccounts: 4, linkedAlerts: 6 };

describe('buyerHistory', () => {
  it('shows what was counted', () => {
    expect(buyerHistory(counts, linked)).toEqual({
      orders: 5,
      cancellations: 2,
      refunds: 1,
      earlierAlerts: 3,
      linkedAccounts: 4,
      linkedAlerts: 6,
    });
  });

  it('adds the flagged order or refund that is not counted yet, and leaves the alert itself out', () => {
    expect(buyerHistory(counts, linked, { orders: 1, refunds: 1, ownAlerts: 1 })).toMatchObject({
      orders: 6,
      refunds: 2,
      earlierAlerts: 2,
    });
  });

  it('never shows fewer than no alerts', () => {
    expect(buyerHistory({ ...counts, alerts: 0 }, linked, { ownAlerts: 1 }).earlierAlerts).toBe(0);
  });
});
