import { describe, expect, it } from 'vitest';
import type { ConfirmedBlock } from '../../../../shared/gate/rules.ts';
import { settle, sureDenial } from '../../../../shared/gate/settle.ts';
import type { Read } from '../../../../shared/gate/store.ts';
import { noon } from '../../../builders/fakes/clock.ts';

const check = { shopId: 'shop', buyerId: 'me', action: 'place_order' } as const;
const entry = (root: string) => ({ root, blockId: `block-${root}`, expiresAt: noon + 1 });
const read = <Value>(value: Value): Read<Value> => ({ type: 'read', value });
const unread = { type: 'unread' } as const;
const live = (root: string): Read<ConfirmedBlock> =>
  read({ blockId: `block-${root}`, scope: 'linked_user_ids', expiresAt: noon + 1 });

const settled = (
  blocks: Readonly<Record<string, Read<ConfirmedBlock | undefined>>>,
  access: Read<boolean> = read(true),
  roots = Object.keys(blocks),
) =>
  settle(
    check,
    roots.map(entry),
    { accessIsActive: () => access, block: (_, root) => blocks[root] ?? read(undefined) },
    noon,
  );
const unconfirmed = { decision: 'deny', reason: 'block_unconfirmed', degraded: true };
const allowed = { decision: 'allow', reason: 'not_blocked', degraded: false };

describe('settle', () => {
  it('denies for a block that stands', () => {
    expect(settled({ root: live('root') })).toMatchObject({ decision: 'deny', reason: 'blocked', degraded: false });
  });

  it('allows when every block that the marker names is gone', () => {
    expect(settled({ one: read(undefined), other: read(undefined) })).toEqual(allowed);
  });

  it('denies unconfirmed while one of the blocks is unread, unless another one stands', () => {
    expect(settled({ one: read(undefined), other: unread })).toEqual(unconfirmed);
    expect(settled({ one: unread, other: live('other') })).toMatchObject({ reason: 'blocked', degraded: false });
  });

  it('takes a root that is named twice for one', () => {
    expect(settled({ one: read(undefined) }, read(true), ['one', 'one'])).toEqual(allowed);
  });

  it('allows in a shop without access, also when its blocks are unread, and denies when the access is unread', () => {
    expect(settled({ root: unread }, read(false))).toEqual(allowed);
    expect(settled({ root: live('root') }, unread)).toEqual(unconfirmed);
  });

  it('denies unconfirmed when nothing could be read at all', () => {
    expect(settle(check, [entry('root')], undefined, noon)).toEqual(unconfirmed);
  });
});

describe('sureDenial', () => {
  it('is a denial that was confirmed, and nothing else', () => {
    const blocked = settled({ root: live('root') });
    expect(sureDenial(blocked)).toBe(blocked);
    expect(sureDenial(settled({ root: unread }))).toBeUndefined();
    expect(sureDenial(settled({}))).toBeUndefined();
  });
});
