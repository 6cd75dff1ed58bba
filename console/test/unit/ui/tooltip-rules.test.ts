import { describe, expect, it } from 'vitest';
import { placeOf } from '../../../src/ui/tooltip-rules.ts';

const tip = { width: 100, height: 30 };

describe('placeOf', () => {
  it('stands above the middle of what it explains', () => {
    expect(placeOf({ left: 200, top: 100, width: 40, height: 20 }, tip, 800)).toEqual({ left: 170, top: 64 });
  });

  it('stands below where there is no room above', () => {
    expect(placeOf({ left: 200, top: 10, width: 40, height: 20 }, tip, 800).top).toBe(36);
  });

  it.each([
    [0, 8],
    [780, 692],
  ])('stays in the window beside %i', (left, expected) => {
    expect(placeOf({ left, top: 100, width: 20, height: 20 }, tip, 800).left).toBe(expected);
  });
});
