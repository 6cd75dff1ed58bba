import type * as z from 'zod';
import { platformScope } from '../../access/scope.ts';
import { buyerUnblocked } from '../../contracts/events/buyer-unblocked.ts';
import { pickFields } from '../../contracts/events/event-contract.ts';
import { fromTimestamp } from '../../kernel/clock.ts';
import type { RetaliationStore } from './store.ts';

/** The end of a block, as much of it as tells whether customer support lifted it. */
export const countedEnd = pickFields(buyerUnblocked, 'shopId', 'blockId', 'agent', 'occurredAt');

/** Counts a block that customer support lifted, on the day of the lift; one that a seller removed is nobody's judgement. */
export function countLifted(store: Pick<RetaliationStore, 'countLifted'>) {
  return async ({ shopId, blockId, agent, occurredAt }: z.output<typeof countedEnd.detail>): Promise<void> => {
    if (agent === undefined) return;
    await store.countLifted(platformScope(shopId, 'retaliation-consumer'), { blockId, at: fromTimestamp(occurredAt) });
  };
}
