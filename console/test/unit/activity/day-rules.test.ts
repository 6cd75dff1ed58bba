import { expect, it } from 'vitest';
import { byDay } from '../../../src/activity/day-rules.ts';
import { dateIn } from '../../../src/words/formats.ts';

it('groups what happened by the day of the shop, in the order that it came', () => {
  const items = ['2026-11-30T02:00:00.000Z', '2026-11-29T20:00:00.000Z', '2026-11-29T06:00:00.000Z'];
  const days = byDay(items, (at) => dateIn(at, 'America/Los_Angeles'));
  expect(days.map(({ date, items: { length } }) => [date, length])).toEqual([
    ['2026-11-29', 2],
    ['2026-11-28', 1],
  ]);
});
