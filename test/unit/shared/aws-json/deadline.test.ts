import { describe, expect, it } from 'vitest';
import { deadlineIn, halfwayTo, millisecondsUntil } from '../../../../shared/aws-json/deadline.ts';

describe('a deadline', () => {
  it('is so many milliseconds from now', () => {
    const before = performance.now();
    const deadline = deadlineIn(150);
    expect(deadline).toBeGreaterThanOrEqual(before + 150);
    expect(deadline).toBeLessThanOrEqual(performance.now() + 150);
  });

  it('has less and less left, and nothing once it has passed', () => {
    const deadline = deadlineIn(10_000);
    const first = millisecondsUntil(deadline);
    expect(first).toBeLessThanOrEqual(10_000);
    expect(millisecondsUntil(deadline)).toBeLessThanOrEqual(first);
    expect(millisecondsUntil(performance.now() - 1)).toBeLessThan(0);
  });

  it('can be halved: half of what is left lies before it, half behind', () => {
    const before = performance.now();
    const deadline = before + 1_000_000;
    const half = halfwayTo(deadline);
    expect(half).toBeGreaterThanOrEqual((before + deadline) / 2);
    expect(half).toBeLessThanOrEqual((performance.now() + deadline) / 2);
  });
});
