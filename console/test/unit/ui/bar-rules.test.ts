import { describe, expect, it } from 'vitest';
import { axisFor, labelPlaces } from '../../../src/ui/bar-rules.ts';

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

describe('labelPlaces', () => {
  it('labels every bar where there is room', () => {
    expect([...labelPlaces(7, 30, 800, 84).keys()].toSorted((one, other) => one - other)).toEqual([
      0, 1, 2, 3, 4, 5, 6,
    ]);
  });

  it.each([
    [7, 350],
    [30, 350],
    [30, 328],
    [30, 1100],
    [90, 600],
    [1, 300],
  ])('lets no label of %i bars on %i pixels meet another or the edge, and labels the last', (count, width) => {
    const places = labelPlaces(count, 32, width, 84);
    const middles = [...places.values()].toSorted((one, other) => one - other);
    expect(places.has(count - 1)).toBe(true);
    expect(middles[0]).toBeGreaterThanOrEqual(42);
    expect(middles.at(-1)).toBeLessThanOrEqual(width - 42);
    for (const [index, middle] of middles.entries())
      if (index > 0) expect(middle - (middles[index - 1] ?? 0)).toBeGreaterThanOrEqual(83.9);
  });
});
