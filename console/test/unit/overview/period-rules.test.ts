import { expect, it } from 'vitest';
import { periodOf } from '../../../src/overview/period-rules.ts';

it.each([
  ['30', 30],
  ['7', 7],
  [null, 7],
  ['31', 7],
  ['-1', 7],
  ['many', 7],
])('takes ?days=%s as %i days', (text, days) => expect(periodOf(text)).toBe(days));
