import { describe, expect, it } from 'vitest';
import type { Coverage } from '../../../../shared/block-list/rules.ts';
import { recountCoverage } from '../../../../shared/coverage/recount-coverage.ts';
import type { LinkStore } from '../../../../shared/coverage/store.ts';

const block = { shopId: 's', root: 'r', blockId: 'b' };

/** A block with this coverage, whose root has two linked accounts; `lost` recounts find that somebody else was first. */
function fakeStore(coverage: Coverage | undefined, lost = 0) {
  const recounts: number[] = [];
  let left = lost;
  const store = {
    linkedByGroup: () =>
      Promise.resolve(
        new Map([
          ['g', ['x', 'y']],
          ['h', ['y']],
        ]),
      ),
    coverage: {
      read: () => Promise.resolve(coverage),
      recount: (_block: unknown, _before: unknown, total: number) => {
        recounts.push(total);
        return Promise.resolve(left-- <= 0);
      },
    },
  } as unknown as LinkStore;
  return { store, recounts };
}

describe('recountCoverage', () => {
  it('counts each linked account once, and the root', async () => {
    const { store, recounts } = fakeStore({ state: 'complete', guarded: 9, total: 9 });
    await recountCoverage(store, block);
    expect(recounts).toEqual([3]);
  });

  it.each([
    ['a block that is still being covered', { state: 'applying', guarded: 1, total: 9 } as const],
    ['a block that has ended', undefined],
    ['a count that is right', { state: 'complete', guarded: 3, total: 3 } as const],
  ])('leaves %s alone', async (_, coverage) => {
    const { store, recounts } = fakeStore(coverage);
    await recountCoverage(store, block);
    expect(recounts).toEqual([]);
  });

  it('counts again when somebody else was first', async () => {
    const { store, recounts } = fakeStore({ state: 'complete', guarded: 9, total: 9 }, 2);
    await recountCoverage(store, block);
    expect(recounts).toEqual([3, 3, 3]);
  });

  it('leaves it to the others when they keep counting', async () => {
    const { store, recounts } = fakeStore({ state: 'complete', guarded: 9, total: 9 }, 99);
    await recountCoverage(store, block);
    expect(recounts).toHaveLength(5);
  });
});
