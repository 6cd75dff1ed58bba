import type * as z from 'zod';
import { type SupportScope, supportScope } from '../access/scope.ts';
import { blockEvent } from '../block-list/block-event.ts';
import { type Block, isLive } from '../block-list/rules.ts';
import type { OutboxEvent } from '../events/outbox.ts';
import { invalid } from '../http/parse-request.ts';
import type { EpochMilliseconds } from '../kernel/clock.ts';
import { AppError } from '../kernel/errors.ts';
import type { BuyerId, EventId, NewId, ShopId } from '../kernel/ids.ts';
import { rounds } from '../kernel/rounds.ts';
import type { liftBlock as contract } from './contract.ts';
import type { SupportStore } from './store.ts';

const mostRounds = 5;

/**
 * Lifts a block for customer support, in one transaction with its event: from this answer on the gate allows whoever it
 * covered. Repeated, there is none left to lift.
 *
 * @throws AppError `not_found` when no live block of the shop covers the buyer (or not the one that is named),
 *   `validation_failed` for a reason that names a linked account, `unavailable`.
 */
export async function liftBlock(
  deps: { readonly store: SupportStore; readonly newId: NewId },
  { shopId, buyerId }: { readonly shopId: ShopId; readonly buyerId: BuyerId },
  { agent, reason, blockId }: z.output<(typeof contract)['body']>,
  now: EpochMilliseconds,
): Promise<void> {
  const { store } = deps;
  const scope = supportScope(agent);
  const eventId = deps.newId();
  for (const _round of rounds(mostRounds)) {
    const found = await store.find(scope, { shopId, buyerId, blockId });
    if (!found || !isLive(found.block, now))
      throw new AppError('not_found', 'There is no such live block that covers this buyer.');
    const { block, rootIsErased } = found;
    // The shop learns the reason, and may not learn whom the block covers beside its root.
    if (block.buyerId !== buyerId && reason.includes(buyerId))
      throw invalid([
        { path: 'reason', message: 'is shown to the shop, and names an account that it may not learn of' },
      ]);
    const event = liftEvent(eventId, scope, shopId, block, now);
    if (!(await store.lift(scope, shopId, { block, event, now, reason: rootIsErased ? undefined : reason }))) continue;
    // An erasure that came in between may have looked for reasons when this one could not be seen yet.
    if (!rootIsErased) await store.forgetErased(scope, shopId, block);
    return;
  }
  throw new AppError('unavailable', 'The block is changing too fast. Nothing was changed; try again.');
}

function liftEvent(
  eventId: EventId,
  { actor }: SupportScope,
  shopId: ShopId,
  block: Block,
  at: EpochMilliseconds,
): OutboxEvent {
  const event = blockEvent('Buyer Unblocked', eventId, { shopId, actor }, block, at);
  return { ...event, detail: { ...event.detail, agent: actor.id } };
}
