import { expect, it } from 'vitest';
import { settledAt, statementOf } from '../../../src/waivers/waiver-rules.ts';

it('has a statement for each state of an order’s and of a refund’s waiver', () => {
  expect(statementOf({ subjectType: 'refund', status: 'void' })).toBe('waivers.statement.refund.void');
});

it('is as it is since its newest step', () => {
  const steps = [
    { status: 'pending', at: '2026-11-30T10:00:00.000Z', by: 'ada' },
    { status: 'granted', at: '2026-11-30T10:05:00.000Z' },
  ] as const;
  expect(settledAt({ steps: [...steps], requestedAt: steps[0].at })).toBe('2026-11-30T10:05:00.000Z');
  expect(settledAt({ steps: [], requestedAt: steps[0].at })).toBe(steps[0].at);
});
