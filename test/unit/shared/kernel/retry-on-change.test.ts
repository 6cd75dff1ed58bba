import { afterEach, describe, expect, it, vi } from 'vitest';
import { retryOnChange, rounds } from '../../../../shared/kernel/retry-on-change.ts';
import type { OptimisticWrite } from '../../../../shared/kernel/retry-on-change.ts';

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

describe('retryOnChange', () => {
  const steps = (over: Partial<OptimisticWrite<number, string, string>> = {}) => {
    const seen: string[] = [];
    let state = 0;
    const write: OptimisticWrite<number, string, string> = {
      read: async (again) => {
        seen.push(`read ${again}`);
        return state;
      },
      decide: (read) => ({ type: 'write', write: `w${read}`, result: `r${read}` }),
      save: async (what) => {
        seen.push(`save ${what}`);
        state += 1;
        return state === 3;
      },
      mostRounds: 5,
      changesTooFast: 'It changes too fast.',
      ...over,
    };
    return { write, seen };
  };

  it('decides on a new read each time something has changed, and answers what the saved decision came to', async () => {
    const { write, seen } = steps();
    expect(await retryOnChange(write)).toBe('r2');
    expect(seen).toEqual(['read false', 'save w0', 'read true', 'save w1', 'read true', 'save w2']);
  });

  it('writes nothing where the decision is an end', async () => {
    const { write, seen } = steps({ decide: () => ({ type: 'end', result: 'nothing to do' }) });
    expect(await retryOnChange(write)).toBe('nothing to do');
    expect(seen).toEqual(['read false']);
  });

  it('decides again behind a write that only prepares, whether or not it was saved', async () => {
    const { write, seen } = steps({
      decide: (read) =>
        read < 3 ? { type: 'prepare', write: `p${read}` } : { type: 'end', result: `prepared ${read} times` },
    });
    expect(await retryOnChange(write)).toBe('prepared 3 times');
    expect(seen.filter((line) => line.startsWith('save'))).toEqual(['save p0', 'save p1', 'save p2']);
  });

  it('passes on a refusal of the decision without another round', async () => {
    const refusal = new Error('refused');
    const decide = () => {
      throw refusal;
    };
    const { write, seen } = steps({ decide });
    await expect(retryOnChange(write)).rejects.toBe(refusal);
    expect(seen).toEqual(['read false']);
  });

  it('gives up as unavailable when it keeps changing', async () => {
    const { write, seen } = steps({ mostRounds: 2 });
    await expect(retryOnChange(write)).rejects.toMatchObject({ code: 'unavailable', message: 'It changes too fast.' });
    expect(seen.filter((line) => line.startsWith('save'))).toHaveLength(2);
  });
});
