import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { digestOffset, digestScheduleName } from '../../../../shared/notifications/digest-name.ts';

const shops = Array.from({ length: 1000 }, (_, at) => `shop-${at}`);

describe('the windows of a shop', () => {
  it('begin within a window, at the same time each time', () => {
    fc.assert(
      fc.property(fc.string(), fc.integer({ min: 1, max: 86_400_000 }), (shop, window) => {
        const offset = digestOffset(shop, window);
        expect(offset).toBeGreaterThanOrEqual(0);
        expect(offset).toBeLessThan(window);
        expect(digestOffset(shop, window)).toBe(offset);
      }),
    );
  });

  it('are spread over the window: no tenth of it has twice its share', () => {
    const tenths = new Map<number, number>();
    for (const shop of shops) {
      const tenth = Math.floor(digestOffset(shop, 3_600_000) / 360_000);
      tenths.set(tenth, (tenths.get(tenth) ?? 0) + 1);
    }
    expect(tenths.size).toBe(10);
    expect(Math.max(...tenths.values())).toBeLessThan(200);
  });
});

describe('the name of a digest’s schedule', () => {
  it('is one that Scheduler takes, also for the longest ID, and another for another shop or digest', () => {
    const names = [...shops, 's'.repeat(64)].flatMap((shop) =>
      ['20261122T120000Z', '20261122T130000Z'].map((digest) => digestScheduleName(shop, digest)),
    );
    expect(names.every((name) => /^[0-9a-zA-Z-_.]{1,64}$/.test(name))).toBe(true);
    expect(new Set(names).size).toBe(names.length);
  });
});
