import { shopDay } from '../kernel/shop-day.ts';
import type { Access } from '../access/rules.ts';
import type { Profile } from '../buyers/items.ts';
import { toTimestamp } from '../kernel/clock.ts';
import type { EpochMilliseconds } from '../kernel/clock.ts';
import { AppError } from '../kernel/errors.ts';
import type { AddBlockWrite } from './add-writes.ts';
import type { Candidate, MarketplaceBuyer } from './candidate-store.ts';
import { decideAdd, expiryOf } from './rules.ts';
import type { AddDecision, Block, BlockDuration, BlockReason, BlockScope } from './rules.ts';

export interface NewBlock {
  readonly buyerId: string;
  readonly username: string;
  readonly reason: BlockReason;
  readonly note?: string | undefined;
  readonly scope: BlockScope;
  readonly duration: BlockDuration;
  /** Must name an alert of this shop about this buyer. */
  readonly alertId?: string | undefined;
}

/** What was fixed before the first attempt. */
interface Made {
  readonly blockId: string;
  readonly by: string;
  readonly now: EpochMilliseconds;
}

/** What is written for it, or before it. */
export type BlockPlan =
  | ({ readonly type: 'add'; readonly dayKey: string } & Pick<
      AddBlockWrite,
      'block' | 'plan' | 'profileRevision' | 'linksRevision'
    >)
  | Extract<AddDecision, { type: 'prune' }>;

/**
 * The write that a new block takes, from what was read, or the expired places that have to go before it.
 *
 * @throws AppError `already_blocked`, `block_list_full`, `daily_block_limit_reached` (with `resetsAt`), `buyer_not_found`,
 *   `username_mismatch`.
 */
export function planBlock(
  access: Access,
  candidate: Candidate & MarketplaceBuyer,
  request: NewBlock,
  made: Made,
): BlockPlan {
  const day = shopDay(access, made.now);
  const decision = decideAdd(candidate.ledger, request.buyerId, access.quotas, day, made.now);
  if (decision.type === 'prune') return decision;
  if (decision.type !== 'add') throw refusalOf(decision.type, access.quotas, day.endsAt);
  const profile = chosen(candidate, request);
  return {
    type: 'add',
    block: newBlock(request, profile, candidate.links.groups.length > 0, made),
    plan: decision.plan,
    dayKey: day.key,
    profileRevision: profile.revision,
    linksRevision: candidate.links.revision,
  };
}

function refusalOf(
  type: Exclude<AddDecision['type'], 'add' | 'prune'>,
  quotas: Access['quotas'],
  dayEndsAt: EpochMilliseconds,
): AppError {
  const resetsAt = toTimestamp(dayEndsAt);
  switch (type) {
    case 'already_blocked':
      return new AppError(type, 'This buyer is on the Block List already.');
    case 'block_list_full':
      return new AppError(type, `The Block List holds ${quotas.blocks} buyers at most.`);
    case 'daily_block_limit_reached': {
      const message = `At most ${quotas.newBlocksPerDay} new blocks a day; again from ${resetsAt}.`;
      return new AppError(type, message, { resetsAt });
    }
  }
}

function newBlock(request: NewBlock, profile: Profile, hasLinks: boolean, { blockId, by, now }: Made): Block {
  const { buyerId, reason, note, scope, duration, alertId } = request;
  return {
    blockId,
    buyerId,
    username: profile.username,
    avatarUrl: profile.avatarUrl,
    reason,
    ...(note === undefined ? {} : { note }),
    scope,
    duration,
    createdAt: now,
    createdBy: by,
    expiresAt: expiryOf(duration, now),
    // The root is guarded by this very write; its linked accounts are counted by the job that guards them.
    coverage: { state: scope === 'linked_user_ids' && hasLinks ? 'applying' : 'complete', guarded: 1, total: 1 },
    revision: 1,
    ...(alertId === undefined ? {} : { alertId }),
  };
}

/**
 * The buyer whom the request means. Asked behind the list's own refusals, which are the same whoever is meant: a full
 * list, or a day that is used up, tells nothing of IDs and usernames that are tried out on it.
 */
function chosen({ profile, shopBuyer }: Candidate & MarketplaceBuyer, request: NewBlock): Profile {
  if (!profile || !shopBuyer)
    throw new AppError(
      'buyer_not_found',
      'No buyer with this ID is known to have ordered in this shop. One whose first order was placed just now may not be known yet.',
    );
  if (profile.username !== request.username) {
    throw new AppError('username_mismatch', 'The buyer no longer bears this username; look them up again.');
  }
  return profile;
}
