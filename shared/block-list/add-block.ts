import { activeScope, type TokenScope } from '../access/scope.ts';
import type { Profile } from '../buyers/items.ts';
import { assertSameRequest, type IdempotencyRecord, type IdempotentUse } from '../idempotency/record.ts';
import { invalid, AppError } from '../kernel/errors.ts';
import type { EpochMilliseconds } from '../kernel/clock.ts';
import { rounds } from '../kernel/retry-on-change.ts';
import type { BuyerId, NewId } from '../kernel/ids.ts';
import { blockEvent } from './block-event.ts';
import type { Candidate } from './candidate.ts';
import { type NewBlock, planBlock } from './plan-block.ts';
import type { Block } from './rules.ts';
import type { BlockListStore } from './store.ts';

export interface AddBlockDeps {
  readonly store: BlockListStore;
  readonly newId: NewId;
}

/** What the write was made from, to be read again whenever it has changed in between. */
export interface AddBlockSituation {
  readonly candidate: Candidate;
  /**
   * The one that the request names. No condition of the write: should the alert's buyer be corrected just now, the block is
   * still of the one whom the seller chose by ID and username.
   */
  readonly alert?: { readonly buyerId: BuyerId } | undefined;
  /** The key's record, when another request with this key has succeeded meanwhile. */
  readonly record?: IdempotencyRecord | undefined;
}

export type Added =
  | { readonly type: 'added'; readonly block: Block }
  /** Without a profile the buyer was erased since. */
  | { readonly type: 'done_before'; readonly record: IdempotencyRecord; readonly profile: Candidate['profile'] };

/** Each round somebody else got further; this many in a row mean that the shop's list is under a storm. */
const mostRounds = 12;

/**
 * Blocks a buyer: decide on what was read, write it with all of that as conditions, and decide again on a
 * new read when something changed in between. Block, place, day's count, marker, event and the key's record are one transaction.
 *
 * @throws AppError `buyer_not_found`, `username_mismatch`, `already_blocked`, `block_list_full`,
 *   `daily_block_limit_reached` (with `resetsAt`), `access_not_active`, `validation_failed` for an alert about somebody else,
 *   `unavailable`.
 */
export async function addBlock(
  deps: AddBlockDeps,
  token: TokenScope,
  request: NewBlock,
  use: IdempotentUse | undefined,
  now: EpochMilliseconds,
  read: (again: boolean) => Promise<AddBlockSituation>,
): Promise<Added> {
  // Fixed before the first attempt: whatever is tried again is the same block, of the same day.
  const [blockId, eventId] = [deps.newId(), deps.newId()];
  for (const round of rounds(mostRounds)) {
    const { candidate, alert, record } = await read(round > 0);
    if (record) {
      assertSameRequest(record, use);
      return { type: 'done_before', record, profile: candidate.profile };
    }
    const scope = activeScope(token, candidate.access);
    if (!scope || !candidate.access) throw new AppError('access_not_active', 'This shop has no active access.');

    if (request.alertId !== undefined) assertAbout(request.buyerId, alert);

    const write = planBlock(candidate, request, { blockId, by: token.actor.id, now });
    if (write.type === 'prune') {
      await deps.store.prune(scope, write.drops);
      continue;
    }
    const idempotency = use && { use, outcome: toOutcome(write.block) };
    const event = blockEvent('Buyer Blocked', eventId, scope, write.block, now);
    const committed = await deps.store.add(scope, {
      ...write,
      access: candidate.access,
      event,
      now,
      ...(idempotency ? { idempotency } : {}),
    });
    if (committed) return { type: 'added', block: write.block };
  }
  throw new AppError('unavailable', 'The Block List is changing too fast. Nothing was changed; try again.');
}

function assertAbout(buyerId: string, alert: AddBlockSituation['alert']): void {
  if (alert?.buyerId !== buyerId)
    throw invalid([{ path: 'alertId', message: 'is not an alert of this shop about this buyer' }]);
}

/** What a repeated request needs beside itself to get the same answer. */
function toOutcome(block: Block): IdempotencyRecord['outcome'] {
  const { blockId, createdAt, createdBy, expiresAt, coverage } = block;
  return { blockId, createdAt, createdBy, expiresAt, coverage };
}

/**
 * The block that a key's record and its request, known to be the same, describe. Without a profile the buyer was erased
 * since: then it is answered as it stands now, without name and note, though the caller has just sent both.
 */
export function fromOutcome(
  record: IdempotencyRecord,
  request: NewBlock,
  profile: Pick<Profile, 'avatarUrl'> | undefined,
): Block {
  const { username, note, alertId, ...rest } = request;
  return {
    ...rest,
    ...(profile ? { username, avatarUrl: profile.avatarUrl } : {}),
    ...(profile && note !== undefined ? { note } : {}),
    ...(alertId === undefined ? {} : { alertId }),
    revision: 1,
    ...(record.outcome as unknown as Pick<Block, 'blockId' | 'createdAt' | 'createdBy' | 'expiresAt' | 'coverage'>),
  };
}
