import type { Block } from '../../src/block-list/queries.ts';

/** A block as the API shows it. */
export function blockOf(more: Partial<Block> = {}): Block {
  const buyerId = more.buyerId ?? 'buyer-1';
  return {
    blockId: `block-of-${buyerId}`,
    buyerId,
    username: 'mallory',
    avatarUrl: '',
    reason: 'order_abuse',
    scope: 'user_id_only',
    duration: '90_days',
    createdAt: '2026-11-01T00:00:00.000Z',
    createdBy: 'ada',
    expiresAt: '2027-01-30T00:00:00.000Z',
    coverage: { state: 'complete', guarded: 1, total: 1 },
    revision: 1,
    ...more,
  };
}
