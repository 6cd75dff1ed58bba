import { describe, expect, it } from 'vitest';
import { placeAfter, withPlace } from '../../../../src/app/shell/scroll-rules.ts';

describe('withPlace', () => {
  it('keeps the newest place of an entry, and the newest entries', () => {
    const many = Array.from({ length: 60 }, (_, index) => index).reduce(
      (places, index) => withPlace(places, `k${index}`, index),
      withPlace(new Map(), 'k59', 7),
    );
    expect(many.size).toBe(50);
    expect(many.get('k59')).toBe(59);
    expect(many.has('k0')).toBe(false);
  });
});

describe('placeAfter', () => {
  const change = { isBackOrForward: false, isOtherPage: true, left: 400 };

  it('leads back to where one was', () => {
    expect(placeAfter({ ...change, isBackOrForward: true })).toBe(400);
    expect(placeAfter({ ...change, isBackOrForward: true, left: undefined })).toBe(0);
  });

  it('begins another page at its top, and leaves one whose filter changes where it is', () => {
    expect(placeAfter(change)).toBe(0);
    expect(placeAfter({ ...change, isOtherPage: false })).toBeUndefined();
  });
});
