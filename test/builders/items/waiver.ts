import type { Waiver } from '../../../shared/waivers/rules.ts';
import { noon } from '../fakes/clock.ts';

/** A waiver as the first request for an order's cancellation leaves it. */
export function buildWaiver(overrides: Partial<Waiver> = {}): Waiver {
  return {
    subjectType: 'order',
    subjectId: 'o1',
    status: 'pending',
    revision: 1,
    tag: { kind: 'security_alert_order', alertId: 'alert-1', reasons: ['payment_risk'], flaggedAt: noon },
    requestedAt: noon,
    requestedBy: 'ann',
    termsVersion: '1',
    createdAt: noon,
    steps: [{ status: 'pending', at: noon, by: 'ann' }],
    ...overrides,
  };
}
