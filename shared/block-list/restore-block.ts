import type { SellerWrite } from '../access/seller-write.ts';
import { exemptionEndedEvent } from '../exemptions/exemption-event.ts';
import { toTimestamp } from '../kernel/clock.ts';
import { AppError } from '../kernel/errors.ts';
import type { BlockId, NewId } from '../kernel/ids.ts';
import { retryOnChange } from '../kernel/retry-on-change.ts';
import type { Decision } from '../kernel/retry-on-change.ts';
import { blockEvent } from './block-event.ts';
import type { BlockEvent } from './block-event.ts';
import { toRecorded } from './recorded-block.ts';
import type { Removal } from './removed-store.ts';
import { removalToUndo, restoredBlock } from './restore-rules.ts';
import type { RemovedBlock } from './restore-rules.ts';
import { decidePlace } from './rules.ts';
import type { Block, LedgerPlan } from './rules.ts';
import type { BlockListStore } from './store.ts';

interface Deps {
  readonly store: Pick<BlockListStore, 'add' | 'prune' | 'marketplaceBuyer'>;
  readonly newId: NewId;
}

type RestorePlan =
  | {
      readonly type: 'restore';
      readonly undoes: RemovedBlock;
      readonly block: Block;
      readonly plan: LedgerPlan;
      readonly linksRevision: number;
    }
  | { readonly type: 'prune'; readonly drops: LedgerPlan['drops'] };

const mostRounds = 12;

/**
 * Undoes the removal of a block: the same block, with its start and its end, and one revision more. From this answer on the
 * gate denies its root again, and linked accounts within seconds. It takes a place on the list, and no new block of the day. An
 * exemption of this very buyer ends in it.
 *
 * @throws AppError `not_restorable` unless a seller removed just this block a short time ago and nothing came in between,
 *   `block_list_full`, `unavailable`.
 */
export function restoreBlock(
  { store, newId }: Deps,
  { scope, now, use, read }: SellerWrite<Removal>,
  blockId: BlockId,
): Promise<Block> {
  const [eventId, endedId] = [newId(), newId()];
  return retryOnChange({
    mostRounds,
    changesTooFast: 'The Block List is changing too fast. Nothing was changed; try again.',
    read,
    async decide({ access, loaded }): Promise<Decision<RestorePlan, Block>> {
      const undoes = removalToUndo({ ...loaded, access }, blockId, now);
      if (!undoes) throw notRestorable();
      const place = decidePlace(loaded.ledger, undoes.block.buyerId, access.quotas.blocks, now);
      if (place.type === 'already_blocked') throw notRestorable();
      if (place.type === 'block_list_full')
        throw new AppError(place.type, `The Block List holds ${access.quotas.blocks} buyers at most.`);
      if (place.type === 'prune') return { type: 'prepare', write: place };
      const { links, isErased } = await store.marketplaceBuyer(scope, undoes.block.buyerId);
      const block = restoredBlock(undoes, { hasLinks: links.groups.length > 0, isErased }, now);
      const { plan } = place;
      return {
        type: 'write',
        write: { type: 'restore', undoes, block, plan, linksRevision: links.revision },
        result: block,
      };
    },
    save(plan, { access, loaded }) {
      if (plan.type === 'prune') return store.prune(scope, plan.drops);
      const event = restoreEvent(blockEvent('Buyer Blocked', eventId, scope, plan.block, now), plan.undoes);
      const idempotency = use && { use, outcome: toRecorded(plan.block) };
      const exemption = loaded.exemption && {
        exemption: loaded.exemption,
        event: exemptionEndedEvent({ eventId: endedId, scope, at: now }, loaded.exemption, 'blocked'),
      };
      return store.add(scope, { ...plan, access, event, now, idempotency, exemption });
    },
  });
}

/** Told to all who were told of the removal: the block goes on, and this is not its start. */
function restoreEvent(event: BlockEvent, { endedAt }: RemovedBlock): BlockEvent {
  return { ...event, type: 'Buyer Blocked', detail: { ...event.detail, removedAt: toTimestamp(endedAt) } };
}

function notRestorable(): AppError {
  return new AppError(
    'not_restorable',
    'This block cannot be brought back. That takes a removal by a seller in the last 15 minutes, with nothing in between: no end of the block or of the access, and no other block of this buyer.',
  );
}
