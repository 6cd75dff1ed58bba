import type { ShopScope } from '../access/scope.ts';
import { assertSameRequest, type IdempotencyRecord, type IdempotentUse } from '../idempotency/record.ts';
import { invalid, AppError } from '../kernel/errors.ts';
import type { EpochMilliseconds } from '../kernel/clock.ts';
import { rounds } from '../kernel/retry-on-change.ts';
import type { NewId } from '../kernel/ids.ts';
import { blockEvent } from './block-event.ts';
import { type Block, type BlockChange, changeBlock, isLive } from './rules.ts';
import type { BlockListStore } from './store.ts';

interface Deps {
  readonly store: BlockListStore;
  readonly newId: NewId;
}
/** Reads the block, and the key's record if another request with this key succeeded meanwhile; called again when the write was refused. */
type ReadBlock = (again: boolean) => Promise<Situation>;
interface Situation {
  readonly block: Block | undefined;
  readonly record: IdempotencyRecord | undefined;
  /** It may have ended since the request began. */
  readonly accessIsActive: boolean;
  /** Erased meanwhile: nothing may be written about them any more. */
  readonly buyerIsErased?: boolean;
}

/** Colleagues who change one block at once let each other wait: one of them gets further each round. */
const mostRounds = 12;

/**
 * Extends a live block or changes its reason or note. A duration counts from now.
 *
 * @throws AppError `not_found` when there is no live block, `validation_failed` when reason `other` has no note.
 */
export async function updateBlock(
  deps: Deps,
  scope: ShopScope,
  change: BlockChange,
  use: IdempotentUse | undefined,
  now: EpochMilliseconds,
  read: ReadBlock,
): Promise<Block> {
  const eventId = deps.newId();
  const changed = await whileChanging(read, use, now, async (block, { buyerIsErased }) => {
    if (buyerIsErased) assertFitsErased(block, change);
    const after = changeBlock(block, change, now);
    if (after === 'note_missing') throw invalid([{ path: 'note', message: 'is needed when the reason is other' }]);
    const saved = await deps.store.change(scope, block, after, {
      event: blockEvent('Block Changed', eventId, scope, after, now),
      now,
      ...(use ? { idempotency: { use, outcome: { buyerId: block.buyerId, blockId: block.blockId } } } : {}),
    });
    return saved ? after : undefined;
  });
  if (!changed) throw new AppError('not_found', 'There is no live block of this buyer.');
  return changed;
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
 * Removes a live block: from this answer on the gate allows its root and all who were linked.
 *
 * @throws AppError `not_found` when there is no live block.
 */
export async function removeBlock(
  deps: Deps,
  scope: ShopScope,
  use: IdempotentUse | undefined,
  now: EpochMilliseconds,
  read: ReadBlock,
): Promise<void> {
  const eventId = deps.newId();
  await whileChanging(read, use, now, async (block) => {
    const removed = await deps.store.remove(scope, block, {
      event: blockEvent('Buyer Unblocked', eventId, scope, block, now),
      now,
      ...(use ? { idempotency: { use, outcome: { buyerId: block.buyerId, blockId: block.blockId } } } : {}),
    });
    return removed ? block : undefined;
  });
}

/** Repeats a write on a new read while somebody else changes the same block. */
async function whileChanging(
  read: ReadBlock,
  use: IdempotentUse | undefined,
  now: EpochMilliseconds,
  write: (block: Block, situation: Situation) => Promise<Block | undefined>,
): Promise<Block | undefined> {
  for (const round of rounds(mostRounds)) {
    const situation = await read(round > 0);
    const { block, record } = situation;
    if (record) {
      assertSameRequest(record, use);
      return block;
    }
    if (!situation.accessIsActive) throw new AppError('access_not_active', 'This shop has no active access.');
    if (!block || !isLive(block, now)) throw new AppError('not_found', 'There is no live block of this buyer.');
    const done = await write(block, situation);
    if (done) return done;
  }
  throw new AppError('unavailable', 'The block is changing too fast. Nothing was changed; try again.');
}
