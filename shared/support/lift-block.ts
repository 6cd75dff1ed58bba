import { supportScope } from '../access/scope.ts';
import type { SupportScope } from '../access/scope.ts';
import { blockEvent } from '../block-list/block-event.ts';
import { isLive } from '../block-list/rules.ts';
import type { Block } from '../block-list/rules.ts';
import type { OutboxEvent } from '../events/outbox.ts';
import { invalid, AppError } from '../kernel/errors.ts';
import type { EpochMilliseconds } from '../kernel/clock.ts';
import type { BlockId, BuyerId, EventId, NewId, ShopId } from '../kernel/ids.ts';
import { retryOnChange } from '../kernel/retry-on-change.ts';
import type { Lift } from './lift-request.ts';
import { namedIn } from './naming-rules.ts';
import type { SupportStore } from './store.ts';

const mostRounds = 5;
const noSuch = 'There is no such live block that covers this buyer.';
/** True whether a linked account's covers them or not: to say which would take reads of the whole link group. */
const noneOwn =
  "There is no live block of this buyer's own. One that covers them as a linked account is lifted by its blockId, which the list of the buyer's blocks shows.";

/**
 * Lifts a block for customer support, in one transaction with its event: from this answer on the gate allows whoever it
 * covered. Repeated, there is none left to lift.
 *
 * @throws AppError `not_found` when no live block of the shop covers the buyer (or not the one that is named),
 *   `validation_failed` for a reason or an agent that names a linked account, `unavailable`.
 */
export async function liftBlock(
  deps: { readonly store: SupportStore; readonly newId: NewId },
  { shopId, buyerId }: { readonly shopId: ShopId; readonly buyerId: BuyerId },
  { agent, reason, blockId }: Lift,
  now: EpochMilliseconds,
): Promise<void> {
  const { store } = deps;
  const scope = supportScope(agent);
  const eventId = deps.newId();
  const { block, rootIsErased } = await retryOnChange({
    mostRounds,
    changesTooFast: 'The block is changing too fast. Nothing was changed; try again.',
    read: () => store.find(scope, { shopId, buyerId, blockId }),
    async decide(found) {
      if (!found || !isLive(found.block, now)) throw new AppError('not_found', missingBlock(blockId));
      await assertDiscreet(store, scope, { root: found.block.buyerId, buyerId }, { agent, reason });
      return { type: 'write', write: found, result: found };
    },
    save(found) {
      const event = liftEvent(eventId, scope, shopId, found.block, now);
      const kept = found.rootIsErased ? undefined : reason;
      return store.lift(scope, shopId, { block: found.block, event, now, reason: kept });
    },
  });
  // An erasure that came in between may have looked for reasons when this one could not be seen yet.
  if (!rootIsErased) await store.forgetErased(scope, shopId, block);
}

/** What is told when there is no such block: the same, whoever else's could cover the buyer. */
export function missingBlock(blockId: BlockId | undefined): string {
  return blockId === undefined ? noneOwn : noSuch;
}

/**
 * That the shop, which is shown agent and reason, cannot read in them whom the block's root is linked to. The root itself
 * the shop knows.
 */
export async function assertDiscreet(
  store: SupportStore,
  scope: SupportScope,
  { root, buyerId }: { readonly root: BuyerId; readonly buyerId: BuyerId },
  shown: Pick<Lift, 'agent'> & Partial<Pick<Lift, 'reason'>>,
): Promise<void> {
  const hidden = new Set(await store.linkedTo(scope, root));
  if (buyerId !== root) hidden.add(buyerId);
  const naming = (['agent', 'reason'] as const).filter((path) => namedIn(shown[path] ?? '', hidden).length > 0);
  if (naming.length === 0) return;
  const message = 'is shown to the shop, and names an account that it may not learn of: leave that ID out';
  throw invalid(naming.map((path) => ({ path, message })));
}

function liftEvent(
  eventId: EventId,
  { actor }: SupportScope,
  shopId: ShopId,
  block: Block,
  at: EpochMilliseconds,
): OutboxEvent {
  const event = blockEvent('Buyer Unblocked', eventId, { shopId, actor }, block, at);
  return { ...event, type: 'Buyer Unblocked', detail: { ...event.detail, agent: actor.id } };
}
