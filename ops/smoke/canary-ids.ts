import type { Canary, CanaryEvent } from './canary.ts';

type Named = Pick<Canary, 'run' | 'shopId'>;

/**
 * Of the shop and not of a run, so that runs leave no new buyers: a buyer's items have no end of their own.
 * The username is the run's, so that the run sees its own profile.
 */
export const rootOf = ({ shopId, run }: Named) => ({ buyerId: `${shopId}-root`, username: `SSC smoke ${run}` });
export const linkedOf = ({ shopId, run }: Named) => ({
  buyerId: `${shopId}-linked`,
  username: `SSC smoke ${run}, linked`,
});
export const groupOf = ({ shopId }: Named): string => `${shopId}-group`;

/** What is flagged: each order has one story. */
export const flagged = ['cancelled', 'withdrawn', 'late', 'dismissed'] as const;
export type Story = (typeof flagged)[number];

export const orderOf = ({ run }: Named, story: Story): string => `smoke-${run}-${story}`;
export const refundOf = ({ run }: Named): string => `smoke-${run}-refund`;

export function orderStatus(named: Named, status: string, createdAt: Date): CanaryEvent {
  const { buyerId } = rootOf(named);
  return {
    source: 'marketplace.orders',
    type: 'Order Status Changed',
    detail: {
      shopId: named.shopId,
      orderId: orderOf(named, 'cancelled'),
      buyerId,
      status,
      createdAt: createdAt.toISOString(),
      updatedAt: new Date().toISOString(),
    },
  };
}

export function refundStatus(named: Named, status: string): CanaryEvent {
  return {
    source: 'marketplace.refunds',
    type: 'Refund Status Changed',
    detail: {
      shopId: named.shopId,
      refundId: refundOf(named),
      orderId: orderOf(named, 'cancelled'),
      buyerId: rootOf(named).buyerId,
      status,
      updatedAt: new Date().toISOString(),
    },
  };
}

export function orderFlag(named: Named, story: Story, respondBy?: Date): CanaryEvent {
  return {
    source: 'marketplace.risk',
    type: 'Order Risk Flagged',
    detail: {
      shopId: named.shopId,
      orderId: orderOf(named, story),
      buyerId: rootOf(named).buyerId,
      reasons: ['high_cancellation_rate'],
      flaggedAt: new Date().toISOString(),
      ...(respondBy ? { respondBy: respondBy.toISOString() } : {}),
    },
  };
}

export function refundFlag(named: Named): CanaryEvent {
  const { detail } = orderFlag(named, 'cancelled');
  return {
    source: 'marketplace.risk',
    type: 'Refund Risk Flagged',
    detail: { ...detail, refundId: refundOf(named), reasons: ['false_claim_pattern'] },
  };
}

export function flagWithdrawn({ shopId }: Named, type: 'order' | 'refund', id: string): CanaryEvent {
  return { source: 'marketplace.risk', type: 'Risk Flag Withdrawn', detail: { shopId, subject: { type, id } } };
}

/** The time is a revision that grows from run to run. */
export function linkGroup(named: Named, buyerIds: readonly string[]): CanaryEvent {
  return {
    source: 'marketplace.identity',
    type: 'Buyer Link Group Changed',
    detail: { groupId: groupOf(named), buyerIds, evidence: ['smoke'], revision: Date.now() },
  };
}

export function profile({ buyerId, username }: { readonly buyerId: string; readonly username: string }): CanaryEvent {
  return {
    source: 'marketplace.identity',
    type: 'Buyer Profile Changed',
    detail: {
      buyerId,
      username,
      avatarUrl: 'https://avatars.marketplace.example/smoke.png',
      revision: Date.now(),
    },
  };
}
