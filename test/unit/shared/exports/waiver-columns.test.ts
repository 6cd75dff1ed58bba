import { describe, expect, it } from 'vitest';
import { waiverColumns } from '../../../../shared/exports/waiver-columns.ts';
import { noon } from '../../../builders/fakes/clock.ts';

const waiver = {
  subjectType: 'order',
  subjectId: '73',
  status: 'granted',
  revision: 2,
  tag: {
    kind: 'security_alert_order',
    alertId: 'a',
    reasons: ['high_cancellation_rate'],
    riskScore: 9.5,
    flaggedAt: noon,
  },
  requestedAt: noon,
  requestedBy: 'ada',
  createdAt: noon,
  termsVersion: '1',
  steps: [
    { status: 'pending', at: noon, by: 'ada' },
    { status: 'granted', at: noon + 1 },
  ],
} as const;

const cellsOf = (row: Parameters<(typeof waiverColumns)[number]['of']>[0]) =>
  Object.fromEntries(waiverColumns.map(({ name, of }) => [name, of(row)]));

describe('the columns of a waiver', () => {
  it('say of what it is, how far, since when and why', () => {
    expect(cellsOf({ waiver, buyer: { buyerId: 'b', username: 'mallory' } })).toEqual({
      subjectType: 'order',
      subjectId: '73',
      status: 'granted',
      statusSince: '2026-11-22T12:00:00.001Z',
      createdAt: '2026-11-22T12:00:00.000Z',
      requestedAt: '2026-11-22T12:00:00.000Z',
      requestedBy: 'ada',
      kind: 'security_alert_order',
      alertId: 'a',
      reasons: expect.stringMatching(/\w/),
      riskScore: 9.5,
      flaggedAt: '2026-11-22T12:00:00.000Z',
      buyerId: 'b',
      username: 'mallory',
    });
  });

  it('leave out a buyer who is not known any more', () => {
    expect(cellsOf({ waiver, buyer: undefined })).toMatchObject({ buyerId: undefined, username: undefined });
  });
});
