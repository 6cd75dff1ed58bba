import { describe, expect, it } from 'vitest';
import { axisFor, labelledBars } from '../../../src/ui/bar-rules.ts';

describe('axisFor', () => {
  it.each([
    [0, { step: 1, top: 1 }],
    [1, { step: 1, top: 1 }],
    [4, { step: 1, top: 4 }],
    [5, { step: 2, top: 6 }],
    [17, { step: 5, top: 20 }],
    [1_234, { step: 500, top: 1_500 }],
  ])('holds %i in round steps from zero', (highest, axis) => {
    expect(axisFor(highest)).toEqual(axis);
  });
});

describe('labelledBars', () => {
  it('labels all of a few', () => {
    expect([...labelledBars(7, 7)]).toHaveLength(7);
  });

  it('labels some of many, the last among them', () => {
    const labelled = labelledBars(90, 7);
    expect(labelled.size).toBeLessThanOrEqual(7);
    expect(labelled.has(89)).toBe(true);
  });
});
