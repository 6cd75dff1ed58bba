import type * as z from 'zod';
import { platformScope } from '../../access/scope.ts';
import { fromTimestamp } from '../../kernel/clock.ts';
import type { buyerBlocked } from '../../contracts/http/retaliation.ts';
import { signsOf } from './rules.ts';
import type { RetaliationStore } from './store.ts';

/**
 * Counts a new block for the report on retaliation, by what the marketplace has said of its buyer until now: some seconds
 * after the block. Behind its event, so that blocking itself pays nothing for it.
 */
export function countBlock(store: RetaliationStore) {
  return async (event: z.output<typeof buyerBlocked.detail>): Promise<void> => {
    const scope = platformScope(event.shopId, 'retaliation-consumer');
    const at = fromTimestamp(event.occurredAt);
    const conduct = await store.conduct(scope, event.buyerId);
    await store.count(scope, { blockId: event.blockId, at, signs: signsOf({ reason: event.reason, at }, conduct) });
  };
}
