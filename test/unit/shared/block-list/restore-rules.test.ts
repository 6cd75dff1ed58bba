import { describe, expect, it } from 'vitest';
import {
  removalToUndo,
  restoredBlock,
  undoEndsAt,
  undoableRemoval,
  withoutWords,
} from '../../../../shared/block-list/restore-rules.ts';
import { ninetyDays } from '../../../../shared/block-list/rules.ts';
import { longestWait } from '../../../../shared/kernel/words/longest-wait.ts';
import { isInGap } from '../../../../shared/block-list/scope-rules.ts';
import { buildAccess, buildBlock, buildRemoved } from '../../../builders/items/block-list.ts';
import { noon } from '../../../builders/fakes/clock.ts';

const minute = 60_000;
const access = buildAccess();
const removed = buildRemoved(buildBlock({ createdAt: noon - minute, revision: 3 }));
const undoable = { removed, block: undefined, access };

describe('undoEndsAt', () => {
  it('is 15 minutes after the removal, or when the block itself would have ended', () => {
    expect(undoEndsAt(removed)).toBe(noon + 15 * minute);
    expect(undoEndsAt(buildRemoved(buildBlock({ expiresAt: noon + minute })))).toBe(noon + minute);
  });
});

describe('undoableRemoval', () => {
  it('is the removal until the very millisecond in which its time is over', () => {
    expect(undoableRemoval(undoable, noon)).toBe(removed);
    expect(undoableRemoval(undoable, noon + 15 * minute - 1)).toBe(removed);
    expect(undoableRemoval(undoable, noon + 15 * minute)).toBeUndefined();
  });

  it('is none once the access was given anew, or while another block is live', () => {
    expect(undoableRemoval({ ...undoable, access: buildAccess({ since: noon + 1 }) }, noon + 2)).toBeUndefined();
    const other = buildBlock({ blockId: 'other', expiresAt: noon + 1 });
    expect(undoableRemoval({ ...undoable, block: other }, noon)).toBeUndefined();
    expect(undoableRemoval({ ...undoable, block: other }, noon + 1)).toBe(removed);
    expect(undoableRemoval({ ...undoable, removed: undefined }, noon)).toBeUndefined();
  });

  it('is named by its block', () => {
    expect(removalToUndo(undoable, 'block-1', noon)).toBe(removed);
    expect(removalToUndo(undoable, 'block-2', noon)).toBeUndefined();
  });
});

describe('restoredBlock', () => {
  const nobody = { hasLinks: false, isErased: false };

  it('is the block as it was, two revisions on: one for its end, one for its return', () => {
    const gaps = [{ from: noon, until: noon + minute }];
    const after = restoredBlock(removed, nobody, noon + minute);
    expect(after).toEqual({ ...removed.block, revision: 5, gaps });
    expect([noon - 1, noon, noon + minute - 1, noon + minute].map((at) => isInGap(after, at))).toEqual([
      false,
      true,
      true,
      false,
    ]);
  });

  it('covers linked accounts by a linked scope that begins anew, and remembers the one before', () => {
    const wide = buildRemoved({ ...removed.block, scope: 'linked_user_ids' });
    expect(restoredBlock(wide, { hasLinks: true, isErased: false }, noon + minute)).toMatchObject({
      scope: 'linked_user_ids',
      linkedSince: noon + minute,
      linkedBefore: [{ from: noon - minute, until: noon }],
      coverage: { state: 'applying', guarded: 1, total: 1 },
    });
    expect(restoredBlock(wide, nobody, noon + minute).coverage.state).toBe('complete');
  });

  it('does not bring back the words of a buyer who was erased', () => {
    const noted = buildRemoved(buildBlock({ note: 'SECRET' }));
    expect(restoredBlock(noted, nobody, noon)).toMatchObject({ username: 'ada', note: 'SECRET' });
    const erased = restoredBlock(noted, { hasLinks: false, isErased: true }, noon);
    expect(JSON.stringify(erased)).not.toMatch(/SECRET|ada/);
    expect(withoutWords(erased)).toEqual(erased);
  });

  it('begins no gap later than it ends, whatever the clocks of two writers say', () => {
    expect(restoredBlock(removed, nobody, noon - 1000).gaps).toEqual([{ from: noon, until: noon }]);
  });

  it('remembers its gaps as long as an order may be told of, and never more than 20: the shortest goes', () => {
    const block = buildBlock({ expiresAt: noon + ninetyDays, gaps: [{ from: noon - longestWait, until: noon }] });
    const later = noon + longestWait;
    expect(restoredBlock(buildRemoved(block, later), nobody, later + 1).gaps).toEqual([
      { from: later, until: later + 1 },
    ]);
    const gaps = Array.from({ length: 20 }, (_, index) => {
      const from = noon + index * minute;
      return { from, until: from + (index === 7 ? 1 : 1000) };
    });
    const ended = noon + 30 * minute;
    const after = restoredBlock(buildRemoved(buildBlock({ gaps }), ended), nobody, ended + 500).gaps ?? [];
    expect(after).toHaveLength(20);
    expect(after).not.toContainEqual(gaps[7]);
    expect(after.at(-1)).toEqual({ from: ended, until: ended + 500 });
  });
});
