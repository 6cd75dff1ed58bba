import { describe, expect, it } from 'vitest';
import { compileCron } from '../../../../services/scheduler/cron-expression.ts';

const farAway = Date.parse('2028-03-01T00:00:00Z');
const firstDue = (fields: string, after: string, zone = 'UTC') => {
  const times = compileCron(fields, zone, `cron(${fields})`);
  const due = times.firstDue(Date.parse(after), farAway);
  // What is due at an instant is not due a moment before it.
  if (due !== undefined) expect(times.firstDue(Date.parse(after), due - 1)).toBeUndefined();
  return due === undefined ? undefined : new Date(due).toISOString().replace(':00.000Z', 'Z');
};

describe('compileCron', () => {
  it.each([
    ['0 12 * * ? *', '2026-11-22T11:59:59Z', '2026-11-22T12:00Z'],
    ['0 12 * * ? *', '2026-11-22T12:00:00Z', '2026-11-23T12:00Z'],
    ['0/15 * * * ? *', '2026-11-22T10:01:00Z', '2026-11-22T10:15Z'],
    ['50/5 * * * ? *', '2026-11-22T10:55:00Z', '2026-11-22T11:50Z'],
    ['*/20 * * * ? *', '2026-11-22T10:41:00Z', '2026-11-22T11:00Z'],
    ['10-20/5 * * * ? *', '2026-11-22T10:15:30Z', '2026-11-22T10:20Z'],
    ['5,7 * * * ? *', '2026-11-22T10:05:00Z', '2026-11-22T10:07Z'],
    ['30 8 ? * MON-FRI *', '2026-11-20T09:00:00Z', '2026-11-23T08:30Z'],
    ['0 0 ? * 1 *', '2026-11-22T10:00:00Z', '2026-11-29T00:00Z'],
    ['0 0 ? * sat *', '2026-11-22T10:00:00Z', '2026-11-28T00:00Z'],
    ['0 0 1 JAN,FEB ? 2027', '2026-11-22T10:00:00Z', '2027-01-01T00:00Z'],
    ['0 0 31 * ? *', '2026-11-01T00:00:00Z', '2026-12-31T00:00Z'],
    ['0 0 29 2 ? *', '2027-12-01T10:00:00Z', '2028-02-29T00:00Z'],
    ['  0  12 * * ? * ', '2026-11-22T11:00:00Z', '2026-11-22T12:00Z'],
  ])('%s is due after %s at %s', (fields, after, due) => {
    expect(firstDue(fields, after)).toBe(due);
  });

  it('is never due after its last year', () => {
    expect(firstDue('0 0 1 1 ? 2020-2027', '2027-12-01T10:00:00Z')).toBeUndefined();
  });

  it.each([
    ['Asia/Tokyo', '0 9 * * ? *', '2026-11-22T00:00:00Z', '2026-11-23T00:00Z'],
    ['Asia/Kolkata', '0 9 * * ? *', '2026-11-22T00:00:00Z', '2026-11-22T03:30Z'],
    // Sunday in Los Angeles is Monday in London.
    ['America/Los_Angeles', '0 20 ? * SUN *', '2026-11-22T10:00:00Z', '2026-11-23T04:00Z'],
    ['Europe/Berlin', '30 8 * * ? *', '2026-10-24T07:00:00Z', '2026-10-25T07:30Z'],
  ])('reads the wall clock of %s', (zone, fields, after, due) => {
    expect(firstDue(fields, after, zone)).toBe(due);
  });

  it('skips a time that the clock leaves out in spring', () => {
    expect(firstDue('30 2 * * ? *', '2026-03-28T02:00:00Z', 'Europe/Berlin')).toBe('2026-03-30T00:30Z');
  });

  it('is due once at a time that the clock shows twice in autumn', () => {
    expect(firstDue('30 2 * * ? *', '2026-10-24T01:00:00Z', 'Europe/Berlin')).toBe('2026-10-25T00:30Z');
    expect(firstDue('30 2 * * ? *', '2026-10-25T00:30:00Z', 'Europe/Berlin')).toBe('2026-10-26T01:30Z');
  });

  it.each([
    ['0 12 * *', 'must have six fields'],
    ['0 12 * * ? * *', 'must have six fields'],
    ['0 12 * * * *', 'must have a ? for either the day or the weekday'],
    ['0 12 1 * MON *', 'must have a ? for either the day or the weekday'],
    ['0 12 ? * ? *', 'must have a ? for either the day or the weekday'],
    ['? 12 * * ? *', 'has the unknown minute "?"'],
    ['0 12 ?,1 * ? *', 'has the unknown day "?"'],
    ['61 * * * ? *', 'has the unknown minute "61"'],
    ['0 24 * * ? *', 'has the unknown hour "24"'],
    ['0 12 0 * ? *', 'has the unknown day "0"'],
    ['0 12 L * ? *', 'has the unknown day "L"'],
    ['0 12 15W * ? *', 'has the unknown day "15W"'],
    ['0 12 ? * 2#1 *', 'has the unknown weekday "2#1"'],
    ['0 12 ? * 0 *', 'has the unknown weekday "0"'],
    ['0 12 * 13 ? *', 'has the unknown month "13"'],
    ['0 12 * MON ? *', 'has the unknown month "MON"'],
    ['0 12 * * ? 1969', 'has the unknown year "1969"'],
    ['20-10 * * * ? *', 'has the unknown minute "20-10"'],
    ['0/0 * * * ? *', 'has the unknown minute "0/0"'],
    ['/5 * * * ? *', 'has the unknown minute "/5"'],
    ['1, * * * ? *', 'has the unknown minute ""'],
    ['-1 * * * ? *', 'has the unknown minute "-1"'],
  ])('refuses %s: it %s', (fields, problem) => {
    expect(() => compileCron(fields, 'UTC', `cron(${fields})`)).toThrow(
      `The schedule expression cron(${fields}) ${problem}`,
    );
  });
});
