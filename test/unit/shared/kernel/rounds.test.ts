import { afterEach, describe, expect, it, vi } from 'vitest';
import { rounds } from '../../../../shared/kernel/rounds.ts';

describe('rounds', () => {
  afterEach(() => vi.restoreAllMocks());

  it('counts up to the most', () => {
    expect([...rounds(3)]).toEqual([0, 1, 2]);
  });

  it('begins none after 8 seconds', () => {
    const now = vi.spyOn(performance, 'now').mockReturnValue(1000);
    const begun: number[] = [];
    for (const round of rounds(10)) {
      begun.push(round);
      now.mockReturnValue(round === 0 ? 8999 : 9000);
    }
    expect(begun).toEqual([0, 1]);
  });
});
