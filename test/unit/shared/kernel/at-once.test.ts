import { setImmediate as turn } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { mapAtOnce } from '../../../../shared/kernel/at-once.ts';

describe('mapAtOnce', () => {
  it('answers in the order of the values, and works on so many at once', async () => {
    let [running, most] = [0, 0];
    const results = await mapAtOnce([5, 1, 4, 2, 3, 6], 3, async (turns) => {
      running += 1;
      most = Math.max(most, running);
      for (let at = 0; at < turns; at++) await turn();
      running -= 1;
      return turns * 10;
    });
    expect(results).toEqual([50, 10, 40, 20, 30, 60]);
    expect(most).toBe(3);
  });

  it('has nothing to do for nobody, and fails with the first failure', async () => {
    expect(await mapAtOnce([], 3, async () => 1)).toEqual([]);
    await expect(mapAtOnce([1, 2], 2, async () => Promise.reject(new Error('no')))).rejects.toThrow('no');
  });
});
