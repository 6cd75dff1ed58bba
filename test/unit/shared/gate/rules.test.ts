import { describe, expect, it } from 'vitest';
import { decide, decideWithoutMarker, entriesToConfirm, isGated } from '../../../../shared/gate/rules.ts';
import type { ConfirmedBlock, Marker } from '../../../../shared/gate/rules.ts';
import { noon } from '../../../builders/fakes/clock.ts';

const entry = (root: string, expiresAt = noon + 1) => ({ root, blockId: `block-${root}`, expiresAt });
const confirmed = (blocks: Record<string, Partial<ConfirmedBlock>>, accessIsActive = true) => ({
  accessIsActive,
  blockOf: (root: string): ConfirmedBlock | undefined =>
    blocks[root] && { blockId: `block-${root}`, scope: 'user_id_only', expiresAt: noon + 1, ...blocks[root] },
});

describe('entriesToConfirm', () => {
  it('believes the expiry of the own entry to the millisecond', () => {
    const marker: Marker = { entries: [entry('me')] };
    expect(entriesToConfirm('me', marker, noon)).toHaveLength(1);
    expect(entriesToConfirm('me', marker, noon + 1)).toEqual([]);
  });

  it('asks the block itself for a linked account, since its entry may lag behind an extension', () => {
    expect(entriesToConfirm('linked', { entries: [entry('root', noon - 1)] }, noon)).toHaveLength(1);
  });

  it('believes an exemption behind the own entry, and before all others', () => {
    const entries = [entry('root'), entry('other'), entry('me')];
    expect(entriesToConfirm('me', { entries, isExempt: true }, noon)).toEqual([entry('me')]);
    expect(entriesToConfirm('me', { entries, isExempt: true }, noon + 1)).toEqual([]);
    expect(entriesToConfirm('me', { entries }, noon + 1)).toHaveLength(2);
  });

  it('finds nothing to confirm without a marker or in an empty one', () => {
    expect(entriesToConfirm('me', undefined, noon)).toEqual([]);
    expect(entriesToConfirm('me', { entries: [] }, noon)).toEqual([]);
  });
});

describe('decide', () => {
  it('denies the root of a live block, whatever its scope', () => {
    for (const scope of ['user_id_only', 'linked_user_ids'] as const) {
      expect(decide('me', [entry('me')], confirmed({ me: { scope } }), noon)).toEqual({
        decision: 'deny',
        reason: 'blocked',
        degraded: false,
        matched: { blockId: 'block-me', scope },
      });
    }
  });

  it('denies a linked account only by the entry of the linked scope that the block has now', () => {
    const deny = (entrySince: number | undefined, linkedSince: number | undefined) =>
      decide(
        'me',
        [{ ...entry('root'), linkedSince: entrySince }],
        confirmed({ root: { scope: 'linked_user_ids', linkedSince } }),
        noon,
      ).decision === 'deny';
    expect(deny(undefined, undefined)).toBe(true);
    expect(deny(noon, noon)).toBe(true);
    expect(deny(undefined, noon)).toBe(false);
    expect(deny(noon - 1, noon)).toBe(false);
    expect(decide('root', [entry('root')], confirmed({ root: { linkedSince: noon } }), noon).decision).toBe('deny');
  });

  it('denies a linked account only under a block of linked scope', () => {
    expect(decide('me', [entry('root')], confirmed({ root: { scope: 'linked_user_ids' } }), noon)).toMatchObject({
      decision: 'deny',
    });
    expect(decide('me', [entry('root')], confirmed({ root: { scope: 'user_id_only' } }), noon)).toMatchObject({
      decision: 'allow',
    });
  });

  it('denies until the millisecond of the expiry that the block tells, not the entry', () => {
    const linked = confirmed({ root: { scope: 'linked_user_ids', expiresAt: noon + 5 } });
    expect(decide('me', [entry('root', noon - 9)], linked, noon + 4).decision).toBe('deny');
    expect(decide('me', [entry('root', noon + 99)], linked, noon + 5).decision).toBe('allow');
  });

  it.each([
    ['a block that is gone', confirmed({})],
    ['a later block of the same root', confirmed({ me: { blockId: 'renewed' } })],
    ['an access that is not active', confirmed({ me: {} }, false)],
  ])('allows by a marker of %s', (_, truth) => {
    expect(decide('me', [entry('me')], truth, noon)).toEqual({
      decision: 'allow',
      reason: 'not_blocked',
      degraded: false,
    });
  });

  it('denies under two blocks until both have ended', () => {
    const entries = [entry('a'), entry('b')];
    const [a, b] = [
      { scope: 'linked_user_ids', expiresAt: noon + 1 } as const,
      { scope: 'linked_user_ids', expiresAt: noon + 2 } as const,
    ];
    expect(decide('me', entries, confirmed({ a, b }), noon)).toMatchObject({ matched: { blockId: 'block-a' } });
    expect(decide('me', entries, confirmed({ a, b }), noon + 1)).toMatchObject({ matched: { blockId: 'block-b' } });
    expect(decide('me', entries, confirmed({ a, b }), noon + 2).decision).toBe('allow');
    expect(decide('me', entries, confirmed({ b }), noon).decision).toBe('deny');
  });
});

describe('what the gate asks about', () => {
  it('is new orders only', () => {
    expect([isGated('place_order'), isGated('message'), isGated('request_after_sales')]).toEqual([true, false, false]);
  });

  it('fails as configured without a marker, and says so', () => {
    expect(decideWithoutMarker('open')).toEqual({ decision: 'allow', reason: 'marker_unreadable', degraded: true });
    expect(decideWithoutMarker('closed')).toEqual({ decision: 'deny', reason: 'marker_unreadable', degraded: true });
  });
});
