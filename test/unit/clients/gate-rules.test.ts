import { describe, expect, it } from 'vitest';
import {
  buyerMessage,
  decisionsIn,
  isCallersOwn,
  timeForAttempt,
  waitBeforeAnother,
  withoutAnswer,
} from '../../../clients/gate-rules.ts';
import { buyerMessage as ofTheGate } from '../../../shared/gate/request-rules.ts';

const limits = { deadlineMilliseconds: 500, attemptMilliseconds: 230 };
const checks = [
  { shopId: 's1', buyerId: 'b1' },
  { shopId: 's2', buyerId: 'b1', action: 'message' },
] as const;
const request = { checks: [...checks] };

describe('the time of an attempt', () => {
  it.each([
    ['its own at first', 0, 0, 230],
    ['what is left of the deadline later', 1, 400, 100],
  ])('is %s', (_what, attempts, elapsed, milliseconds) => {
    expect(timeForAttempt(limits, attempts, elapsed)).toBe(milliseconds);
  });

  it.each([
    ['after three', 3, 10],
    ['when too little time is left for one', 1, 481],
    ['behind the deadline', 1, 600],
  ])('is none %s', (_what, attempts, elapsed) => {
    expect(timeForAttempt(limits, attempts, elapsed)).toBeUndefined();
  });
});

describe('another attempt', () => {
  it('comes at once where no answer came', () => {
    expect(waitBeforeAnother(0, 0.9)).toBe(0);
  });

  it.each([429, 500, 502, 503, 504])('comes after a moment, never the same one, after %d', (status) => {
    expect(waitBeforeAnother(status, 0)).toBe(5);
    expect(waitBeforeAnother(status, 0.999)).toBe(25);
  });

  it.each([200, 400, 401, 403, 404, 413])('does not come after %d', (status) => {
    expect(waitBeforeAnother(status, 0.5)).toBeUndefined();
  });
});

it('leaves to its caller what the caller asked wrongly, and nothing else', () => {
  expect([400, 401, 403, 404, 413, 429, 500].filter(isCallersOwn)).toEqual([400, 413]);
});

describe('an answer', () => {
  const decisions = checks.map((check) => ({ ...check, decision: 'allow' }));

  it('holds the decisions that were asked for', () => {
    expect(decisionsIn(request, { decisions })).toEqual(decisions);
  });

  it.each([
    ['nothing', undefined],
    ['no decisions', { message: 'Hello' }],
    ['too few of them', { decisions: decisions.slice(1) }],
    ['those of others', { decisions: decisions.toReversed() }],
    ['a decision that is none', { decisions: decisions.map((one) => ({ ...one, decision: 'maybe' })) }],
    ['what is no object', { decisions: ['allow', 'allow'] }],
  ])('is none with %s', (_what, body) => {
    expect(decisionsIn(request, body)).toBeUndefined();
  });
});

describe('without an answer', () => {
  const at = '2026-01-15T10:00:00.000Z';

  it('orders are allowed, and it is said', () => {
    expect(withoutAnswer(request, 'open', at)[0]).toEqual({
      shopId: 's1',
      buyerId: 'b1',
      action: 'place_order',
      decision: 'allow',
      reason: 'gate_unanswered',
      degraded: true,
      decidedAt: at,
    });
  });

  it('orders are denied by configuration, with the words of the gate', () => {
    expect(withoutAnswer(request, 'closed', at)[0]).toMatchObject({ decision: 'deny', degraded: true, buyerMessage });
    expect(buyerMessage).toBe(ofTheGate);
  });

  it.each(['open', 'closed'] as const)('messages are allowed as ever: %s', (failMode) => {
    expect(withoutAnswer(request, failMode, at)[1]).toMatchObject({
      decision: 'allow',
      reason: 'action_not_gated',
      degraded: false,
    });
  });
});
