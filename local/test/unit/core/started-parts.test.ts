import { describe, expect, it } from 'vitest';
import { createStartedParts } from '../../../core/started-parts.ts';

describe('started parts', () => {
  it('end in the opposite order, once', async () => {
    const ended: number[] = [];
    const parts = createStartedParts();
    for (const i of [1, 2, 3]) parts.add({ close: async () => ended.push(i) });
    await parts.close();
    await parts.close();
    expect(ended).toEqual([3, 2, 1]);
  });

  it('all end when one fails to, which is told then', async () => {
    const ended: number[] = [];
    const parts = createStartedParts();
    parts.add({ close: () => ended.push(1) });
    parts.add({ close: () => Promise.reject(new Error('stuck')) });
    await expect(parts.close()).rejects.toThrow('stuck');
    expect(ended).toEqual([1]);
  });
});
