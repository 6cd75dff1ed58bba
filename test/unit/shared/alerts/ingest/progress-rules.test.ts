import { describe, expect, it } from 'vitest';
import { followRefusal, followSubject } from '../../../../../shared/alerts/ingest/progress-rules.ts';
import { alertStatuses } from '../../../../../shared/kernel/words/alerts.ts';
import type { Alert, LastAction } from '../../../../../shared/alerts/rules.ts';
import { noon } from '../../../../builders/fakes/clock.ts';
import { buildOrderAlert } from '../../../../builders/items/shop-alerts.ts';

const now = noon + 60_000;
const request = (outcome: LastAction['outcome']): LastAction => ({
  type: 'cancel_order',
  requestedAt: noon + 500,
  requestedBy: 'ann',
  outcome,
});
const asked = (status: Alert['status'], outcome: LastAction['outcome']) =>
  buildOrderAlert({ status, lastAction: request(outcome), respondBy: now + 1 });
const refusal = { eventId: 'e1', time: noon + 30_000, reason: 'already_packed' };

describe('a cancelled order', () => {
  it.each([
    ['action_requested', 'pending'],
    ['open', 'unanswered'],
    ['expired', 'unanswered'],
    ['withdrawn', 'unanswered'],
    ['dismissed', 'unanswered'],
  ] as const)('answers the request of an alert that is %s, and was %s', (status, outcome) => {
    expect(followSubject(asked(status, outcome), 'done', now)).toMatchObject({
      change: 'action_confirmed',
      after: { status: 'resolved', lastAction: { outcome: 'confirmed', answeredAt: now } },
      waiver: 'confirmed',
    });
  });

  it('is no answer to a request that has been refused', () => {
    const progress = followSubject(asked('open', 'refused'), 'done', now);
    expect(progress).toMatchObject({
      change: 'subject_settled',
      after: { status: 'resolved', lastAction: { outcome: 'refused' } },
    });
    expect(progress).not.toHaveProperty('waiver');
  });

  it.each([
    'resolved',
    'dismissed',
    'withdrawn',
    'expired',
  ] as const)('leaves %s alerts without a request alone', (status) => {
    expect(followSubject(buildOrderAlert({ status }), 'done', now)).toBeUndefined();
  });
});

describe('an order that is shipped', () => {
  it.each([
    'open',
    'expired',
    'withdrawn',
    'dismissed',
  ] as const)('gives up what the %s alert had asked for, once', (status) => {
    const progress = followSubject(asked(status, 'unanswered'), 'closed', now);
    expect(progress).toMatchObject({
      after: { subjectClosedAt: now, lastAction: { outcome: 'unanswered', givenUpAt: now } },
      waiver: 'given_up',
    });
    expect(progress && followSubject(progress.after, 'closed', now)).toBeUndefined();
    expect(progress && followSubject(progress.after, 'done', now)).toMatchObject({ waiver: 'confirmed' });
  });

  it('gives it up though a flag has found the order shipped before', () => {
    const alert = { ...asked('expired', 'unanswered'), subjectClosedAt: noon };
    expect(followSubject(alert, 'closed', now)).toMatchObject({ waiver: 'given_up', after: { subjectClosedAt: noon } });
  });

  it.each([
    ['action_requested', 'pending'],
    ['open', 'refused'],
  ] as const)('gives nothing up of an alert that is %s, and was %s', (status, outcome) => {
    const progress = followSubject(asked(status, outcome), 'closed', now);
    expect(progress).toMatchObject({ event: 'subject_closed' });
    expect(progress).not.toHaveProperty('waiver');
  });
});

describe('an order that can still be cancelled', () => {
  it.each(alertStatuses)('changes nothing of an alert that is %s', (status) => {
    for (const state of ['actionable', 'not_now'] as const)
      expect(followSubject(buildOrderAlert({ status }), state, now)).toBeUndefined();
  });
});

describe('a refusal', () => {
  it('answers the request within whose second it was published, and none that was made later', () => {
    const alert = asked('action_requested', 'pending');
    expect(followRefusal(alert, { ...refusal, time: noon }, now)).toMatchObject({ event: 'action_refused' });
    expect(followRefusal(alert, { ...refusal, time: noon - 1000 }, now)).toBeUndefined();
  });

  it.each([
    'open',
    'expired',
    'withdrawn',
    'dismissed',
  ] as const)('that is late voids what the %s alert had asked for', (status) => {
    expect(followRefusal(asked(status, 'unanswered'), refusal, now)).toMatchObject({
      after: { status, lastAction: { outcome: 'refused', refusal: 'already_packed' } },
      waiver: 'refused',
    });
  });

  it.each(['confirmed', 'refused'] as const)('changes nothing of a request that was %s', (outcome) => {
    for (const status of alertStatuses) expect(followRefusal(asked(status, outcome), refusal, now)).toBeUndefined();
  });

  it('gives back an alert only while its time has not passed', () => {
    const alert = asked('action_requested', 'pending');
    expect(followRefusal(alert, refusal, now)?.after.status).toBe('open');
    expect(followRefusal(alert, refusal, now + 1)?.after.status).toBe('expired');
  });

  it('is remembered among the last twenty', () => {
    let alert = asked('action_requested', 'pending');
    for (let refused = 0; refused < 25; refused++) {
      alert = followRefusal(alert, { ...refusal, eventId: `e${refused}` }, now)?.after ?? alert;
      alert = { ...alert, status: 'action_requested', lastAction: request('pending') };
    }
    expect(alert.refusalIds).toHaveLength(20);
    expect(followRefusal(alert, { ...refusal, eventId: 'e24' }, now)).toBeUndefined();
  });
});
