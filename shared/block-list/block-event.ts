import type { ShopScope } from '../access/scope.ts';
import type { OutboxEvent } from '../events/outbox.ts';
import { toTimestamp } from '../kernel/clock.ts';
import type { EpochMilliseconds } from '../kernel/clock.ts';
import type { EventId } from '../kernel/ids.ts';
import { revisionAtEnd } from './restore-rules.ts';
import { never } from './rules.ts';
import type { Block } from './rules.ts';

/** What a block leaves for the outbox, at its start, at a change or at its end. */
export type BlockEvent = OutboxEvent<'Buyer Blocked' | 'Buyer Unblocked' | 'Block Changed'>;

/**
 * What the marketplace learns of a block: no username, no note. Its `revision` orders the events of one `blockId`, which
 * arrive in any order.
 *
 * @param block as it is after a change, and as it was before its end.
 * @param before of a change.
 */
export function blockEvent(
  type: BlockEvent['type'],
  eventId: EventId,
  scope: Pick<ShopScope, 'shopId' | 'actor'>,
  block: Block,
  at: EpochMilliseconds,
  before: Block = block,
): BlockEvent {
  return {
    eventId,
    type,
    at,
    actor: scope.actor,
    detail: {
      version: 1,
      eventId,
      shopId: scope.shopId,
      buyerId: block.buyerId,
      blockId: block.blockId,
      reason: block.reason,
      scope: block.scope,
      ...(before.scope === block.scope ? {} : { scopeBefore: before.scope }),
      duration: block.duration,
      revision: type === 'Buyer Unblocked' ? revisionAtEnd(block) : block.revision,
      ...(block.alertId === undefined ? {} : { alertId: block.alertId }),
      ...(block.expiresAt === never ? {} : { expiresAt: toTimestamp(block.expiresAt) }),
      occurredAt: toTimestamp(at),
    },
  };
}
