import { describe, expect, it } from 'vitest';
import type { EndedBlock } from '../../../../shared/block-list/restore-rules.ts';
import { atGate, standingBlocks } from '../../../../shared/standing/rules.ts';
import { buildAccess, buildBlock, buildRemoved } from '../../../builders/items/block-list.ts';
import { noon } from '../../../builders/fakes/clock.ts';

const access = buildAccess();
const nothing = { block: undefined, removed: undefined, exemption: undefined, ended: [] };
const exemption = { exemptionId: 'exemption-1', buyerId: 'buyer-1', createdAt: noon, createdBy: 'ann' };
const left = (overrides: Partial<EndedBlock> = {}): EndedBlock => ({
  blockId: 'block-1',
  buyerId: 'buyer-1',
  scope: 'user_id_only',
  createdAt: noon,
  expiresAt: noon + 1000,
  endedAt: noon + 500,
  endedBecause: 'removed',
  endedBy: 'ann',
  ...overrides,
});

describe('atGate', () => {
  it('denies by a block of this very buyer until the instant of its end', () => {
    const block = buildBlock({ expiresAt: noon + 1 });
    expect(atGate({ block, exemption }, noon)).toEqual({ decision: 'deny', reason: 'blocked', blockId: 'block-1' });
    const free = { decision: 'allow', reason: 'not_blocked' };
    const none = { block: undefined, exemption: undefined };
    expect([atGate({ ...none, block }, noon + 1), atGate(none, noon)]).toEqual([free, free]);
    expect(atGate({ block: undefined, exemption }, noon)).toEqual({ decision: 'allow', reason: 'exempt' });
  });
});

describe('standingBlocks', () => {
  it('shows the words of a live block, and of one that can be brought back, and of no other', () => {
    const block = buildBlock({ note: 'why' });
    const words = { username: 'ada', note: 'why' };
    const until = noon + 900_000;
    expect(standingBlocks({ ...nothing, block }, access, noon)).toMatchObject([{ state: 'live', ...words }]);
    const removed = buildRemoved(block);
    expect(standingBlocks({ ...nothing, removed }, access, until - 1)).toMatchObject([
      { state: 'ended', endedBecause: 'removed', endedBy: 'seller-1', revision: 2, restorableUntil: until, ...words },
    ]);
    for (const [now, since] of [
      [until, noon],
      [noon, noon + 1],
    ] as const) {
      const [shown] = standingBlocks({ ...nothing, removed }, buildAccess({ since }), now);
      expect(shown).toMatchObject({ state: 'ended', endedAt: noon });
      expect(JSON.stringify(shown)).not.toMatch(/ada|why|restorableUntil/);
    }
    const [expired] = standingBlocks({ ...nothing, block: { ...block, expiresAt: noon } }, access, noon);
    expect(expired).toMatchObject({ state: 'ended', endedBecause: 'expired', endedAt: noon });
    expect(expired).not.toHaveProperty('note');
  });

  it('shows each block once, by what is surest, the newest first', () => {
    const block = buildBlock({ blockId: 'new', createdAt: noon + 2 });
    const removed = buildRemoved(buildBlock({ blockId: 'last', createdAt: noon + 1 }), noon + 1);
    const ended = [left({ blockId: 'new' }), left({ blockId: 'last' }), left({ blockId: 'first' })];
    const shown = standingBlocks({ ...nothing, block, removed, ended }, access, noon + 2);
    expect(shown.map(({ blockId, state }) => [blockId, state])).toEqual([
      ['new', 'live'],
      ['last', 'ended'],
      ['first', 'ended'],
    ]);
    expect(shown[1]).not.toHaveProperty('restorableUntil');
  });

  it('is bounded', () => {
    const ended = Array.from({ length: 30 }, (_, index) => left({ blockId: `b${index}`, createdAt: noon - index }));
    expect(standingBlocks({ ...nothing, ended }, access, noon)).toHaveLength(20);
  });

  it('knows nothing of linked scopes', () => {
    const block = buildBlock({
      linkedSince: noon,
      linkedBefore: [{ from: 1, until: 2 }],
      gaps: [{ from: 3, until: 4 }],
    });
    const [shown] = standingBlocks({ ...nothing, block }, access, noon);
    expect(shown).toHaveProperty('gaps');
    expect(Object.keys(shown ?? {}).filter((name) => name.startsWith('linked'))).toEqual([]);
    expect(shown).not.toHaveProperty('coverage');
  });
});
