import { describe, expect, it } from 'vitest';
import {
  calendarDate,
  exactDate,
  exactTime,
  moneyText,
  relativeTime,
  wholeNumberText,
  listText,
} from '../../../src/words/formats.ts';

const at = '2026-11-30T20:34:00.000Z';

it('says an instant in the shop’s zone, which it names', () => {
  expect(exactTime(at, { language: 'en-GB', timeZone: 'Asia/Bangkok' })).toBe('1 Dec 2026, 03:34 GMT+7');
});

it('says the date of an instant in the shop’s zone, with its year', () => {
  expect(exactDate(at, { language: 'en-GB', timeZone: 'Asia/Bangkok' })).toBe('1 Dec 2026');
});

it('keeps a calendar date as it is, wherever the reader is', () => {
  expect(calendarDate('2026-11-30', 'en-GB')).toMatch(/Mon,? 30 Nov/);
});

describe('relativeTime', () => {
  const now = Date.parse(at);
  it.each([
    [0, 'now'],
    [-59, 'now'],
    [-60, '1 min ago'],
    [-3599, '59 min ago'],
    [5 * 3600, 'in 5 hr'],
    [86_400, 'tomorrow'],
    [-3 * 86_400, '3 days ago'],
    [90 * 86_400, 'in 90 days'],
    [200 * 86_400, 'in 6 mo'],
  ])('says %i seconds from now as "%s"', (seconds, text) => {
    const said = relativeTime(new Date(now + seconds * 1000).toISOString(), now, 'en-US');
    expect(said.replaceAll('.', '')).toBe(text);
  });
});

describe('moneyText', () => {
  it.each([
    ['25.50', 'EUR', '€25.50'],
    ['1000', 'JPY', '¥1,000'],
    ['0.12345', 'EUR', '€0.12345'],
    ['9007199254740993.10', 'USD', '$9,007,199,254,740,993.10'],
  ])('writes %s %s exactly', (value, currency, text) => {
    expect(moneyText(value, currency, 'en-US')).toBe(text);
  });

  it('shows what is no currency as it came', () => {
    expect(moneyText('5', 'nothing', 'en-US')).toBe('5 nothing');
  });
});

it('groups digits', () => {
  expect(wholeNumberText(12_345, 'en-US')).toBe('12,345');
});

describe('listText', () => {
  it('joins as the language does', () => {
    expect(listText(['a', 'b', 'c'], 'en-GB')).toBe('a, b and c');
    expect(listText(['a', 'b'], 'zh')).toBe('a和b');
    expect(listText(['a', 'b', 'c'], 'ar')).toBe('a وb وc');
  });

  it('joins facts beside each other without a word for "and"', () => {
    expect(listText(['a', 'b'], 'en', 'unit')).toBe('a, b');
  });
});
