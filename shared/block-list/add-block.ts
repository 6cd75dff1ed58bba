import type { SellerWrite } from '../access/seller-write.ts';
import { exemptionEndedEvent } from '../exemptions/exemption-event.ts';
import { invalid } from '../kernel/errors.ts';
import type { NewId } from '../kernel/ids.ts';
import { retryOnChange } from '../kernel/retry-on-change.ts';
import type { Decision } from '../kernel/retry-on-change.ts';
import { blockEvent } from './block-event.ts';
import { nobody } from './candidate-store.ts';
import type { Candidate } from './candidate-store.ts';
import { planBlock } from './plan-block.ts';
import type { BlockPlan, NewBlock } from './plan-block.ts';
import { toRecorded } from './recorded-block.ts';
import type { Block } from './rules.ts';
import type { BlockListStore } from './store.ts';

export interface AddBlockDeps {
  readonly store: Pick<BlockListStore, 'add' | 'prune' | 'marketplaceBuyer'>;
  readonly newId: NewId;
}

/** Each round somebody else got further; this many in a row mean that the shop's list is under a storm. */
const mostRounds = 12;

/**
 * Blocks a buyer: decided on what was read, written with all of that as conditions, and decided again on a new read
 * when something changed in between. Block, place, day's count, marker, event and the key's record are one transaction, and
 * an exemption of this very buyer ends in it.
 *
 * @throws AppError `buyer_not_found`, `username_mismatch`, `already_blocked`, `block_list_full`,
 *   `daily_block_limit_reached` (with `resetsAt`), `validation_failed` for an alert about somebody else, `unavailable`.
 */
export function addBlock(
  { store, newId }: AddBlockDeps,
  { scope, now, use, read }: SellerWrite<Candidate>,
  request: NewBlock,
): Promise<Block> {
  // Fixed before the first attempt: whatever is tried again is the same block, of the same day.
  const [blockId, eventId, endedId] = [newId(), newId(), newId()];
  return retryOnChange({
    mostRounds,
    changesTooFast: 'The Block List is changing too fast. Nothing was changed; try again.',
    read,
    async decide({ access, loaded: candidate }): Promise<Decision<BlockPlan, Block>> {
      assertAbout(request, candidate);
      const buyer = candidate.shopBuyer ? await store.marketplaceBuyer(scope, request.buyerId) : nobody;
      const plan = planBlock(access, { ...candidate, ...buyer }, request, { blockId, by: scope.actor.id, now });
      if (plan.type === 'prune') return { type: 'prepare', write: plan };
      return { type: 'write', write: plan, result: plan.block };
    },
    save(plan, { access, loaded }) {
      if (plan.type === 'prune') return store.prune(scope, plan.drops);
      const event = blockEvent('Buyer Blocked', eventId, scope, plan.block, now);
      const idempotency = use && { use, outcome: toRecorded(plan.block) };
      const exemption = loaded.exemption && {
        exemption: loaded.exemption,
        event: exemptionEndedEvent({ eventId: endedId, scope, at: now }, loaded.exemption, 'blocked'),
      };
      return store.add(scope, { ...plan, access, event, now, idempotency, exemption });
    },
  });
}

/**
 * The alert that a request names is about its buyer.
 *
 * @throws AppError `validation_failed` otherwise.
 */
export function assertAbout({ buyerId, alertId }: NewBlock, { alertBuyerId }: Candidate): void {
  if (alertId !== undefined && alertBuyerId !== buyerId)
    throw invalid([{ path: 'alertId', message: 'is not an alert of this shop about this buyer' }]);
}
