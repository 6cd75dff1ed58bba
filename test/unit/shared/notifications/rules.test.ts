import { describe, expect, it } from 'vitest';
import { alertStatuses } from '../../../../shared/kernel/words/alerts.ts';
import { digestOffset, digestScheduleName } from '../../../../shared/notifications/digest-name.ts';
import {
  claimOf,
  digestDue,
  leaseMilliseconds,
  noticeCause,
  stillWaiting,
} from '../../../../shared/notifications/rules.ts';
import type { Digest } from '../../../../shared/notifications/rules.ts';
import { noon } from '../../../builders/fakes/clock.ts';
import { buildOrderAlert } from '../../../builders/items/shop-alerts.ts';

const hour = 3_600_000;
const news = { change: 'raised', revision: 1, respondBy: noon + hour, occurredAt: noon };

describe('the cause of a notice', () => {
  it('is that an alert was raised', () => {
    expect(noticeCause(news, buildOrderAlert())).toBe('raised');
    expect(noticeCause(news, buildOrderAlert({ kind: 'risk_refund' }))).toBe('raised');
  });

  it('is none for what needs no action', () => {
    expect(noticeCause(news, undefined)).toBeUndefined();
    expect(noticeCause(news, buildOrderAlert({ kind: 'fraud_outcome' }))).toBeUndefined();
    for (const status of alertStatuses.filter((one) => one !== 'open'))
      expect(noticeCause(news, buildOrderAlert({ status })), status).toBeUndefined();
  });

  it.each([
    'flagged_again',
    'action_refused',
    'action_unanswered',
  ])('is a way back to open by %s, and no other change', (change) => {
    const back = { ...news, change, revision: 4, occurredAt: noon + 5 };
    expect(noticeCause(back, buildOrderAlert({ revision: 4, changedAt: noon + 5 }))).toBe('reopened.4');
    expect(noticeCause(back, buildOrderAlert({ revision: 9, changedAt: noon + 5 }))).toBe('reopened.4');
    expect(noticeCause(back, buildOrderAlert({ revision: 4, changedAt: noon }))).toBeUndefined();
    expect(noticeCause(back, buildOrderAlert({ revision: 6, changedAt: noon + 6 }))).toBeUndefined();
  });

  it('is a deadline that is near, while it is the deadline', () => {
    const near = { ...news, change: 'deadline_near', revision: 2 };
    expect(noticeCause(near, buildOrderAlert())).toBe(`near.${noon + hour}`);
    expect(noticeCause(near, buildOrderAlert({ respondBy: noon + 2 * hour }))).toBeUndefined();
  });

  it.each([
    'action_requested',
    'dismissed',
    'flag_withdrawn',
    'subject_closed',
    'deadline_passed',
  ])('is none for %s', (change) => {
    expect(noticeCause({ ...news, change }, buildOrderAlert())).toBeUndefined();
  });
});

describe('the windows of digests', () => {
  it('follow each other, each notice going into the one that ends next', () => {
    expect(digestDue(1000, 300, 0)).toBe(1200);
    expect(digestDue(1199, 300, 0)).toBe(1200);
    expect(digestDue(1200, 300, 0)).toBe(1500);
    expect(digestDue(1000, 300, 120)).toBe(1020);
    expect(digestDue(100, 300, 120)).toBe(120);
  });

  it('are spread over the shops, the same each time', () => {
    const offsets = Array.from({ length: 50 }, (_, index) => digestOffset(`shop-${index}`, 300_000));
    expect(new Set(offsets).size).toBeGreaterThan(45);
    expect(Math.max(...offsets)).toBeLessThan(300_000);
    expect(digestOffset('shop-7', 300_000)).toBe(offsets[7]);
  });

  it('have schedules whose names fit, whatever the shop’s ID', () => {
    expect(digestScheduleName('_'.repeat(64), String(noon))).toMatch(/^[0-9a-zA-Z-_.]{1,64}$/);
    expect(digestScheduleName('a', '1')).not.toBe(digestScheduleName('b', '1'));
  });
});

describe('a claim of a digest', () => {
  const digest: Digest = { status: 'pending', claims: 0, repeats: 0, alertIds: [], more: 0 };

  it('is free while nobody has begun', () => {
    expect(claimOf(digest, noon)).toEqual({ type: 'claimed', takesOver: false });
    expect(claimOf({ ...digest, claims: 3 }, noon)).toEqual({ type: 'claimed', takesOver: false });
  });

  it('is held for its lease, and taken over after it', () => {
    const claimed: Digest = { ...digest, status: 'claimed', claims: 1, claimedAt: noon };
    expect(claimOf(claimed, noon + leaseMilliseconds - 1)).toEqual({ type: 'held' });
    expect(claimOf(claimed, noon + leaseMilliseconds)).toEqual({ type: 'claimed', takesOver: true });
  });

  it('is over when it was sent, or can never be', () => {
    expect(claimOf(undefined, noon)).toEqual({ type: 'over' });
    for (const status of ['sent', 'skipped', 'failed'] as const)
      expect(claimOf({ ...digest, status }, noon)).toEqual({ type: 'over' });
  });
});

it('tells only of alerts that wait, the most urgent first', () => {
  const { respondBy: _removed, ...endless } = buildOrderAlert({ alertId: 'endless' });
  const alerts = [
    endless,
    buildOrderAlert({ alertId: 'late', respondBy: noon + 2 }),
    buildOrderAlert({ alertId: 'passed', respondBy: noon }),
    buildOrderAlert({ alertId: 'asked', status: 'action_requested' }),
    buildOrderAlert({ alertId: 'soon', respondBy: noon + 1 }),
  ];
  expect(stillWaiting(alerts, noon).map(({ alertId }) => alertId)).toEqual(['soon', 'late', 'endless']);
});
