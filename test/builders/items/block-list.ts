import { never } from '../../../shared/block-list/rules.ts';
import type { Block, Ledger } from '../../../shared/block-list/rules.ts';
import type { Access } from '../../../shared/access/rules.ts';
import type { RemovedBlock } from '../../../shared/block-list/restore-rules.ts';
import { noon } from '../fakes/clock.ts';

export function buildLedger(overrides: Partial<Ledger> = {}): Ledger {
  return { places: {}, newBlocks: {}, ...overrides };
}

/** Places of `count` buyers `<prefix>0`, `<prefix>1`, … that all end at the same instant. */
export function places(count: number, expiresAt: number = never, prefix = 'b'): Record<string, number> {
  return Object.fromEntries(Array.from({ length: count }, (_, index) => [`${prefix}${index}`, expiresAt]));
}

export function buildBlock(overrides: Partial<Block> = {}): Block {
  return {
    blockId: 'block-1',
    buyerId: 'buyer-1',
    username: 'ada',
    avatarUrl: 'https://cdn.example/ada.png',
    reason: 'order_abuse',
    scope: 'user_id_only',
    duration: 'permanent',
    createdAt: noon,
    createdBy: 'seller-1',
    expiresAt: never,
    coverage: { state: 'complete', guarded: 1, total: 1 },
    revision: 1,
    ...overrides,
  };
}

/** A block as a seller's removal keeps it, in the time of access that `buildAccess` tells of. */
export function buildRemoved(block: Block, endedAt = noon, overrides: Partial<RemovedBlock> = {}): RemovedBlock {
  return { block, endedAt, endedBy: 'seller-1', accessSince: noon, ...overrides };
}

export function buildAccess(overrides: Partial<Access> = {}): Access {
  return {
    state: 'active',
    since: noon,
    timeZone: 'UTC',
    quotas: { blocks: 100, newBlocksPerDay: 10 },
    members: [],
    revision: 1,
    ...overrides,
  };
}
