import { describe, expect, it } from 'vitest';
import { nameOf, pieceOf } from '../../../../ops/rebuild/find-pieces.ts';

describe('pieces to be looked at', () => {
  it('are groups, blocks and markers', () => {
    expect(pieceOf({ pk: 'GROUP#g-1', sk: 'HEAD' })).toEqual({ kind: 'group', groupId: 'g-1' });
    expect(pieceOf({ pk: 'SHOP#s-1', sk: 'BLOCK#b-1' })).toEqual({ kind: 'block', shopId: 's-1', buyerId: 'b-1' });
    expect(pieceOf({ pk: 'GATE#s-1#b-1', sk: 'MARKER' })).toEqual({ kind: 'marker', shopId: 's-1', buyerId: 'b-1' });
    expect(pieceOf({ pk: 'BUYER#b-1', sk: 'PROFILE' })).toBeUndefined();
  });

  it('have names', () => {
    expect(nameOf({ kind: 'group', groupId: 'g-1' })).toBe('group g-1');
    expect(nameOf({ kind: 'marker', shopId: 's-1', buyerId: 'b-1' })).toBe('marker of b-1 in s-1');
  });
});
