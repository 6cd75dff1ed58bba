import type * as z from 'zod';
import { platformScope } from '../../access/scope.ts';
import { fromTimestamp } from '../../kernel/clock.ts';
import { buyerBlocked } from '../../contracts/events/buyer-blocked.ts';
import { pickFields } from '../../contracts/events/event-contract.ts';
import { signsOf } from './rules.ts';
import type { RetaliationStore } from './store.ts';

/** A new block, as much of it as the report looks at. */
export const countedBlock = pickFields(buyerBlocked, 'shopId', 'buyerId', 'blockId', 'reason', 'occurredAt');

/**
 * Counts a new block for the report on retaliation, by what the marketplace has said of its buyer until now: some seconds
 * after the block. Behind its event, so that blocking itself pays nothing for it.
 */
export function countBlock(store: RetaliationStore) {
  return async (event: z.output<typeof countedBlock.detail>): Promise<void> => {
    const scope = platformScope(event.shopId, 'retaliation-consumer');
    const at = fromTimestamp(event.occurredAt);
    const conduct = await store.conduct(scope, event.buyerId);
    await store.count(scope, { blockId: event.blockId, at, signs: signsOf({ reason: event.reason, at }, conduct) });
  };
}
