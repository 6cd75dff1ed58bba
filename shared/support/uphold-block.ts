import { supportScope } from '../access/scope.ts';
import type { SupportScope } from '../access/scope.ts';
import { blockEvent } from '../block-list/block-event.ts';
import { isLive } from '../block-list/rules.ts';
import type { Block } from '../block-list/rules.ts';
import type { OutboxEvent } from '../events/outbox.ts';
import { AppError } from '../kernel/errors.ts';
import type { EpochMilliseconds } from '../kernel/clock.ts';
import type { BlockId, BuyerId, EventId, NewId, ShopId } from '../kernel/ids.ts';
import { retryOnChange } from '../kernel/retry-on-change.ts';
import { assertDiscreet, missingBlock } from './lift-block.ts';
import type { SupportStore } from './store.ts';
import type { UpheldStore } from './upheld-store.ts';

const mostRounds = 5;

/**
 * Records that customer support looked at a block and keeps it, in one transaction with its event and its count: once for
 * each block, however often support looks. Nothing of the block changes.
 *
 * @throws AppError `not_found` when no live block of the shop covers the buyer (or not the one that is named),
 *   `validation_failed` for an agent who names a linked account, `unavailable`.
 */
export function upholdBlock(
  { store, upheld, newId }: { readonly store: SupportStore; readonly upheld: UpheldStore; readonly newId: NewId },
  { shopId, buyerId }: { readonly shopId: ShopId; readonly buyerId: BuyerId },
  { agent, blockId }: { readonly agent: string; readonly blockId?: BlockId | undefined },
  now: EpochMilliseconds,
): Promise<void> {
  const scope = supportScope(agent);
  const eventId = newId();
  return retryOnChange({
    mostRounds,
    changesTooFast: 'The block is changing too fast. Nothing was recorded; try again.',
    read: () => store.find(scope, { shopId, buyerId, blockId }),
    async decide(found) {
      if (!found || !isLive(found.block, now)) throw new AppError('not_found', missingBlock(blockId));
      await assertDiscreet(store, scope, { root: found.block.buyerId, buyerId }, { agent });
      const event = upheldEvent(eventId, scope, shopId, found.block, now);
      return { type: 'write', write: { block: found.block, event, now }, result: undefined };
    },
    save: (write) => upheld.uphold(scope, shopId, write),
  });
}

function upheldEvent(
  eventId: EventId,
  { actor }: SupportScope,
  shopId: ShopId,
  block: Block,
  at: EpochMilliseconds,
): OutboxEvent {
  const event = blockEvent('Block Changed', eventId, { shopId, actor }, block, at);
  return { ...event, type: 'Block Upheld', detail: { ...event.detail, agent: actor.id } };
}
