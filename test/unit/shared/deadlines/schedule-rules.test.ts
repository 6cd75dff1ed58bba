import { describe, expect, it } from 'vitest';
import { timestamp } from '../../../../shared/contracts/schemas.ts';
import { toAtExpression } from '../../../../shared/deadlines/schedule-rules.ts';
import { noon } from '../../../builders/fakes/clock.ts';

describe('the instant of a schedule', () => {
  it('is rounded up to the second, so that nothing fires early', () => {
    expect(toAtExpression(noon + 60_000, noon)).toBe('at(2026-11-22T12:01:00)');
    expect(toAtExpression(noon + 60_001, noon)).toBe('at(2026-11-22T12:01:01)');
  });

  it('is a few seconds ahead for what is due already', () => {
    expect(toAtExpression(noon - 86_400_000, noon)).toBe('at(2026-11-22T12:00:05)');
  });

  it.each([
    ['0000-01-01T00:00:00.000Z', 'at(2026-11-22T12:00:05)'],
    ['2036-11-21T23:59:59.999Z', 'at(2036-11-22T00:00:00)'],
    ['2037-01-01T00:00:00.000Z', undefined],
    ['9999-12-31T23:59:59.999Z', undefined],
  ])('is one that Scheduler takes, or none, for a deadline at %s', (respondBy, expression) => {
    expect(toAtExpression(Date.parse(timestamp.parse(respondBy)), noon)).toBe(expression);
  });
});
