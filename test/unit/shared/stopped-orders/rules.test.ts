import { describe, expect, it } from 'vitest';
import { blockThatStopped } from '../../../../shared/stopped-orders/rules.ts';
import type { BlockHistory } from '../../../../shared/stopped-orders/rules.ts';
import { noon } from '../../../builders/fakes/clock.ts';

const active = { state: 'active', since: noon - 1000 } as const;
const history = (overrides: Partial<BlockHistory> = {}): BlockHistory => ({
  blockId: 'b1',
  scope: 'user_id_only',
  createdAt: noon - 10,
  expiresAt: noon + 10,
  ...overrides,
});
const candidate = { buyerId: 'me', blocks: [{ root: 'me', blockId: 'b1' }] };
const stopped = (block: BlockHistory | undefined, at = noon, access: Parameters<typeof blockThatStopped>[1] = active) =>
  blockThatStopped(candidate, access, () => block, at) !== undefined;

describe('blockThatStopped', () => {
  it('is a block that was live in that millisecond', () => {
    expect(blockThatStopped(candidate, active, () => history(), noon)).toEqual({ root: 'me', block: history() });
    expect(stopped(history(), noon - 10)).toBe(true);
    expect(stopped(history(), noon - 11)).toBe(false);
    expect(stopped(history(), noon + 9)).toBe(true);
    expect(stopped(history(), noon + 10)).toBe(false);
  });

  it('was live until its removal', () => {
    expect(stopped(history({ endedAt: noon + 1 }))).toBe(true);
    expect(stopped(history({ endedAt: noon }))).toBe(false);
    expect(stopped(history({ endedAt: noon + 99 }), noon + 10)).toBe(false);
  });

  it('is none when the block is unknown or another one', () => {
    expect(stopped(undefined)).toBe(false);
    expect(stopped(history({ blockId: 'renewed' }))).toBe(false);
  });

  it('stops a linked account only in a period of linked scope that its entry stands for', () => {
    const block = history({
      scope: 'linked_user_ids',
      linkedSince: noon,
      linkedBefore: [{ from: noon - 10, until: noon - 5 }],
    });
    const stops = (at: number, more: { linkedSince?: number; isPast?: boolean }) =>
      blockThatStopped(
        { buyerId: 'me', blocks: [{ root: 'root', blockId: 'b1', ...more }] },
        active,
        () => block,
        at,
      ) !== undefined;
    const when = [noon - 7, noon - 3, noon + 3];
    expect(when.map((at) => stops(at, { linkedSince: noon }))).toEqual([true, false, true]);
    expect(when.map((at) => stops(at, {}))).toEqual([true, false, false]);
    expect(when.map((at) => stops(at, { isPast: true }))).toEqual([true, false, true]);
  });

  it('stops a linked account only with linked scope', () => {
    const linked = { buyerId: 'me', blocks: [{ root: 'root', blockId: 'b1' }] };
    expect(blockThatStopped(linked, active, () => history(), noon)).toBeUndefined();
    expect(blockThatStopped(linked, active, () => history({ scope: 'linked_user_ids' }), noon)).toMatchObject({
      root: 'root',
    });
  });

  it('is the first of several that were live', () => {
    const two = {
      buyerId: 'me',
      blocks: [
        { root: 'a', blockId: 'b1' },
        { root: 'me', blockId: 'b1' },
      ],
    };
    expect(blockThatStopped(two, active, () => history(), noon)).toMatchObject({ root: 'me' });
  });

  it('needs the access to have been active then, whatever it is now', () => {
    expect(blockThatStopped(candidate, undefined, () => history(), noon)).toBeUndefined();
    expect(stopped(history(), noon, { state: 'active', since: noon })).toBe(true);
    expect(stopped(history(), noon, { state: 'active', since: noon + 1 })).toBe(false);
    expect(stopped(history(), noon, { state: 'terminated', since: noon + 1 })).toBe(true);
    expect(stopped(history(), noon, { state: 'terminated', since: noon })).toBe(false);
  });
});
