import type { SellerWrite } from '../access/seller-write.ts';
import type { EpochMilliseconds } from '../kernel/clock.ts';
import { AppError, invalid } from '../kernel/errors.ts';
import type { NewId } from '../kernel/ids.ts';
import { retryOnChange } from '../kernel/retry-on-change.ts';
import { blockEvent } from './block-event.ts';
import { toRecorded } from './recorded-block.ts';
import { changeBlock, isLive } from './rules.ts';
import type { Block, BlockChange } from './rules.ts';
import type { BlockListStore } from './store.ts';

interface Deps {
  readonly store: Pick<BlockListStore, 'change' | 'marketplaceBuyer' | 'remove'>;
  readonly newId: NewId;
}

/** Colleagues who change one block at once let each other wait: one of them gets further each round. */
const mostRounds = 12;
const changesTooFast = 'The block is changing too fast. Nothing was changed; try again.';

/**
 * Extends a live block or changes its reason, scope or note. A duration counts from now. Narrowed, the block covers no
 * linked account from this answer on; widened, all of them within seconds.
 *
 * @throws AppError `not_found` when there is no live block, `validation_failed` when reason `other` has no note,
 *   `unavailable`.
 */
export function updateBlock(
  { store, newId }: Deps,
  { scope, now, use, read }: SellerWrite<Block | undefined>,
  change: BlockChange,
): Promise<Block> {
  const eventId = newId();
  return retryOnChange({
    mostRounds,
    changesTooFast,
    read,
    async decide({ loaded }) {
      const before = liveBlock(loaded, now);
      const { isErased } = await store.marketplaceBuyer(scope, before.buyerId);
      if (isErased) assertFitsErased(before, change);
      const after = changeBlock(before, change, now);
      if (after === 'note_missing') throw invalid([{ path: 'note', message: 'is needed when the reason is other' }]);
      return { type: 'write', write: { before, after }, result: after };
    },
    save: ({ before, after }) =>
      store.change(scope, before, after, {
        event: blockEvent('Block Changed', eventId, scope, after, now, before),
        now,
        idempotency: use && { use, outcome: toRecorded(after) },
      }),
  });
}

/**
 * Nothing that is written about an erased buyer may be kept, so neither a note nor a reason that needs one: asking for the
 * note would send the seller from one refusal to the other.
 */
function assertFitsErased(block: Block, change: BlockChange): void {
  const becomesOther = change.reason === 'other' && block.reason !== 'other';
  const errors = [
    ...(typeof change.note === 'string' ? [{ path: 'note', message: 'cannot be kept: the buyer was erased' }] : []),
    ...(becomesOther
      ? [{ path: 'reason', message: 'cannot be other, which needs a note: the buyer was erased, and none is kept' }]
      : []),
  ];
  if (errors.length > 0) throw invalid(errors);
}

/**
 * Removes a live block: from this answer on the gate allows its root and all who were linked. What is left can be undone for a
 * short time (`restoreBlock`).
 *
 * @throws AppError `not_found` when there is no live block, `unavailable`.
 */
export function removeBlock(
  { store, newId }: Deps,
  { scope, now, use, read }: SellerWrite<Block | undefined>,
): Promise<Block> {
  const eventId = newId();
  return retryOnChange({
    mostRounds,
    changesTooFast,
    read,
    decide({ access, loaded }) {
      const block = liveBlock(loaded, now);
      const removed = { block, endedAt: now, endedBy: scope.actor.id, accessSince: access.since };
      return { type: 'write', write: removed, result: block };
    },
    save: (removed) =>
      store.remove(scope, removed, {
        event: blockEvent('Buyer Unblocked', eventId, scope, removed.block, now),
        now,
        idempotency: use && { use, outcome: { buyerId: removed.block.buyerId, blockId: removed.block.blockId } },
      }),
  });
}

/**
 * The block, if there is one and it is live.
 *
 * @throws AppError `not_found` otherwise.
 */
export function liveBlock(block: Block | undefined, now: EpochMilliseconds): Block {
  if (!block || !isLive(block, now)) throw new AppError('not_found', 'There is no live block of this buyer.');
  return block;
}
