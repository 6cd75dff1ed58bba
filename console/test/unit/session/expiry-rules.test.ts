import { expect, it } from 'vitest';
import { renewIn } from '../../../src/session/expiry-rules.ts';

it.each([
  [600_000, false, 540_000],
  [30_000, false, 15_000],
  [90 * 86_400_000, false, 86_400_000],
  [30_000, true, 10_000],
  [4_000, true, 4_000],
  [0, false, undefined],
  [-1, true, undefined],
])('renews a token that lasts %i ms (failed: %s) in %s ms', (left, hasFailed, expected) => {
  expect(renewIn(1_000_000 + left, 1_000_000, hasFailed)).toBe(expected);
});
