import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { longestWait } from '../../../../shared/kernel/words/longest-wait.ts';
import type { Block, BlockScope } from '../../../../shared/block-list/rules.ts';
import { coversLinked, earlierThan, withScope } from '../../../../shared/block-list/scope-rules.ts';
import { buildBlock } from '../../../builders/items/block-list.ts';
import { noon } from '../../../builders/fakes/clock.ts';

const [narrow, wide] = ['user_id_only', 'linked_user_ids'] as const;
const to = (block: Block, scope: BlockScope, now: number) => withScope(block, scope, now, longestWait);
const block = buildBlock({ scope: wide, createdAt: noon, coverage: { state: 'complete', guarded: 3, total: 3 } });

describe('withScope', () => {
  it('changes nothing when the scope is the same', () => {
    expect(to(block, wide, noon + 1)).toBe(block);
  });

  it('ends the cover of linked accounts, and remembers when it was', () => {
    const narrowed = to(block, narrow, noon + 5);
    expect(narrowed).toEqual({
      ...block,
      scope: narrow,
      coverage: { state: 'complete', guarded: 1, total: 1 },
      linkedBefore: [{ from: noon, until: noon + 5 }],
    });
  });

  it('begins a cover of its own, with its coverage at the start', () => {
    const first = to(buildBlock({ scope: narrow, createdAt: noon }), wide, noon + 5);
    expect(first).toMatchObject({ scope: wide, linkedSince: noon + 5, coverage: { state: 'applying', guarded: 1 } });
    expect(first).not.toHaveProperty('linkedBefore');
    const again = to(to(first, narrow, noon + 7), wide, noon + 9);
    expect(again).toMatchObject({ linkedSince: noon + 9, linkedBefore: [{ from: noon + 5, until: noon + 7 }] });
  });

  it('forgets what no event can tell of any more', () => {
    const again = to(to(block, narrow, noon + 5), wide, noon + 9);
    expect(to(again, narrow, noon + 5 + longestWait).linkedBefore).toEqual([
      { from: noon + 9, until: noon + 5 + longestWait },
    ]);
  });

  it('gives each period a beginning of its own, in order, whatever the clocks say, and keeps few of them', () => {
    const clocks = fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 2, maxLength: 80 });
    fc.assert(
      fc.property(clocks, fc.boolean(), (times, isWide) => {
        let present: Block = buildBlock({ scope: isWide ? wide : narrow, createdAt: noon });
        const beginnings: number[] = isWide ? [noon] : [];
        for (const time of times) {
          present = to(present, present.scope === wide ? narrow : wide, noon + time);
          if (present.scope === wide) beginnings.push(present.linkedSince ?? Number.NaN);
        }
        expect(beginnings).toEqual([...new Set(beginnings)].toSorted((one, other) => one - other));
        const periods = present.linkedBefore ?? [];
        expect(periods.length).toBeLessThanOrEqual(20);
        for (const [index, { from, until }] of periods.entries()) {
          expect(from).toBeLessThan(until);
          expect(until).toBeLessThanOrEqual(periods[index + 1]?.from ?? present.linkedSince ?? until);
        }
        for (const from of beginnings) expect(coversLinked(present, from)).toBe(true);
      }),
    );
  });

  it('joins the two with the shortest gap between them when there are too many', () => {
    let present: Block = block;
    for (let change = 0; change < 21; change++) {
      const narrowedAt = noon + change * 100 + 50;
      present = to(present, narrow, narrowedAt);
      if (change < 20) present = to(present, wide, narrowedAt + (change === 7 ? 3 : 50));
    }
    expect(present.linkedBefore).toHaveLength(20);
    expect(coversLinked(present, noon + 752)).toBe(true);
    expect(coversLinked(present, noon + 652)).toBe(false);
  });
});

describe('coversLinked', () => {
  const twice = to(to(block, narrow, noon + 10), wide, noon + 20);

  it.each([
    [-1, false],
    [0, true],
    [9, true],
    [10, false],
    [19, false],
    [20, true],
    [999, true],
  ])('at %i ms', (at, covers) => {
    expect(coversLinked(twice, noon + at)).toBe(covers);
    expect(coversLinked(to(twice, narrow, noon + 1000), noon + at)).toBe(covers);
  });

  it('counts no period that began after the entry which hints at it', () => {
    expect(coversLinked(twice, noon + 25, noon)).toBe(false);
    expect(coversLinked(twice, noon + 5, noon)).toBe(true);
    expect(coversLinked(twice, noon + 5, noon + 20)).toBe(true);
  });
});

describe('earlierThan', () => {
  it('is after every period that is over, and never after the present one', () => {
    expect(earlierThan(block)).toBe(noon);
    const narrowed = to(block, narrow, noon + 10);
    expect(earlierThan(narrowed)).toBe(noon + 10);
    expect(earlierThan(to(narrowed, wide, noon + 10))).toBe(noon + 10);
    expect(earlierThan(buildBlock({ scope: narrow, createdAt: noon }))).toBe(noon);
  });
});
