import { describe, expect, it } from 'vitest';
import type { Schemas } from '../../../../clients/seller-client.ts';
import { stepsOf, storyOf } from '../../../src/alerts/story-rules.ts';

const noon = Date.parse('2026-11-30T12:00:00.000Z');
const at = (hours: number): string => new Date(noon + hours * 3_600_000).toISOString();
const alert = (more: object = {}) =>
  ({
    kind: 'security_alert_order',
    status: 'open',
    flaggedAt: at(-3),
    changedAt: at(-1),
    respondBy: at(1),
    ...more,
  }) as unknown as Schemas['Alert'];
const request = (outcome: string, answeredAt?: string) => ({
  type: 'cancel_order',
  requestedAt: at(-2),
  requestedBy: 'ann',
  outcome,
  answeredAt,
});

describe('storyOf', () => {
  it.each([
    ['open', {}],
    ['expired', { respondBy: at(0) }],
    ['refused', { lastAction: request('refused') }],
    ['unanswered', { lastAction: request('unanswered') }],
    ['asked', { status: 'action_requested', lastAction: request('pending') }],
    ['done', { status: 'resolved', lastAction: request('confirmed') }],
    ['settled', { status: 'resolved' }],
    ['dismissed', { status: 'dismissed' }],
    ['withdrawn', { status: 'withdrawn' }],
    ['expired', { status: 'expired' }],
    ['fraud', { kind: 'fraud_outcome', status: 'resolved' }],
  ])('is "%s"', (story, more) => {
    expect(storyOf(alert(more), noon, true)).toBe(story);
  });

  it('asks nobody to act who may not', () => {
    const stories = [{}, { lastAction: request('refused') }, { status: 'dismissed' }];
    expect(stories.map((more) => storyOf(alert(more), noon, false))).toEqual(['seen', 'seen', 'dismissed']);
  });
});

describe('stepsOf', () => {
  const types = (more: object): readonly string[] => stepsOf(alert(more)).map(({ type }) => type);

  it('says what was done in its order, and by whom', () => {
    const lastAction = request('refused', at(-1.5));
    expect(stepsOf(alert({ status: 'dismissed', lastAction, dismissedBy: 'bob' }))).toEqual([
      { type: 'flagged', at: at(-3) },
      { type: 'asked', at: at(-2), by: 'ann' },
      { type: 'refused', at: at(-1.5) },
      { type: 'dismissed', at: at(-1), by: 'bob' },
    ]);
  });

  it.each([
    [{ status: 'action_requested', lastAction: request('pending') }, ['flagged', 'asked']],
    [{ status: 'resolved', lastAction: request('confirmed', at(-1)) }, ['flagged', 'asked', 'confirmed']],
    [{ status: 'resolved' }, ['flagged', 'settled']],
    [{ status: 'expired' }, ['flagged', 'expired']],
    [{ status: 'withdrawn' }, ['flagged', 'withdrawn']],
    [{ kind: 'fraud_outcome', status: 'resolved' }, ['happened']],
  ])('%j', (more, steps) => {
    expect(types(more)).toEqual(steps);
  });

  it('puts a request before a flag that came later', () => {
    expect(types({ flaggedAt: at(-1), lastAction: request('refused', at(-1.5)) })).toEqual([
      'asked',
      'refused',
      'flagged',
    ]);
  });
});
