import { describe, expect, it } from 'vitest';
import { toWaiverReply } from '../../../../shared/waivers/reply.ts';
import { noon } from '../../../builders/fakes/clock.ts';
import { buildWaiver } from '../../../builders/items/waiver.ts';

describe('toWaiverReply', () => {
  it('shows a waiver with its proof: the tag as it was, and every step in order', () => {
    const waiver = buildWaiver({
      subjectType: 'refund',
      subjectId: 'r1',
      status: 'granted',
      revision: 2,
      createdAt: noon - 1000,
      tag: { ...buildWaiver().tag, kind: 'risk_refund', riskScore: 80, flaggedAt: noon - 2000 },
      steps: [
        { status: 'pending', at: noon, by: 'ann' },
        { status: 'granted', at: noon + 5 },
      ],
    });
    expect(toWaiverReply(waiver)).toEqual({
      subjectType: 'refund',
      subjectId: 'r1',
      status: 'granted',
      tag: {
        kind: 'risk_refund',
        alertId: 'alert-1',
        reasons: [{ code: 'payment_risk', text: 'The payment looks risky.' }],
        riskScore: 80,
        flaggedAt: '2026-11-22T11:59:58.000Z',
      },
      createdAt: '2026-11-22T11:59:59.000Z',
      requestedAt: '2026-11-22T12:00:00.000Z',
      requestedBy: 'ann',
      termsVersion: '1',
      steps: [
        { status: 'pending', at: '2026-11-22T12:00:00.000Z', by: 'ann' },
        { status: 'granted', at: '2026-11-22T12:00:00.005Z' },
      ],
    });
  });

  it('leaves out what the tag does not say', () => {
    expect(toWaiverReply(buildWaiver())['tag']).not.toHaveProperty('riskScore');
  });
});
