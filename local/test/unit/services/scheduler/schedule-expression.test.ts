import { describe, expect, it } from 'vitest';
import { compileSchedule } from '../../../../services/scheduler/schedule-expression.ts';

const noon = Date.parse('2026-11-22T12:00:00Z');
const week = 7 * 86_400_000;
const firstDue = (expression: string, zone = 'UTC', upTo = noon + 52 * week) => {
  const due = compileSchedule(expression, zone).firstDue(noon, upTo);
  return due === undefined ? undefined : new Date(due).toISOString();
};

describe('compileSchedule', () => {
  it.each([
    ['rate(1 minute)', 'UTC', '2026-11-22T12:01:00.000Z'],
    ['rate(2 hours)', 'UTC', '2026-11-22T14:00:00.000Z'],
    ['rate(1 day)', 'UTC', '2026-11-23T12:00:00.000Z'],
    ['at(2027-03-28T03:30:00)', 'Europe/Berlin', '2027-03-28T01:30:00.000Z'],
    ['at(2026-11-22T18:00:00)', 'Asia/Kolkata', '2026-11-22T12:30:00.000Z'],
    ['cron(0 9 * * ? *)', 'UTC', '2026-11-23T09:00:00.000Z'],
  ])('finds when %s in %s is due next', (expression, zone, due) => {
    expect(firstDue(expression, zone)).toBe(due);
  });

  it('is due at its instant, neither again nor later than was asked', () => {
    expect(firstDue('at(2026-11-22T12:00:00)')).toBeUndefined();
    expect(firstDue('at(2026-11-22T12:00:01)', 'UTC', noon + 999)).toBeUndefined();
    expect(firstDue('at(2026-11-22T12:00:01)', 'UTC', noon + 1000)).toBe('2026-11-22T12:00:01.000Z');
    expect(firstDue('rate(1 minute)', 'UTC', noon + 59_999)).toBeUndefined();
  });

  it.each([
    'rate(0 minutes)',
    'rate(5 weeks)',
    'rate(minutes)',
    'at(2026-11-22)',
    'at(2026-11-22T12:00:00Z)',
    'daily',
    'rate()',
    'rate(-1 minutes)',
    'every minute',
    'at(tomorrow)',
  ])('refuses %s by its name', (expression) => {
    expect(() => compileSchedule(expression, 'UTC')).toThrow(`The schedule expression ${expression} is not`);
  });
});
