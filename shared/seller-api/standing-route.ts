import { never } from '../block-list/rules.ts';
import { countMisses } from '../buyers/count-lookup.ts';
import type { LookupLimit } from '../buyers/count-lookup.ts';
import { readStanding } from '../contracts/http/standing.ts';
import type { BoundRoute } from '../http/http-stack.ts';
import { toTimestamp } from '../kernel/clock.ts';
import type { EpochMilliseconds } from '../kernel/clock.ts';
import { AppError } from '../kernel/errors.ts';
import { atGate, standingBlocks } from '../standing/rules.ts';
import type { StandingBlock } from '../standing/rules.ts';
import { standingRead } from '../standing/store.ts';
import type { StandingStore } from '../standing/store.ts';
import { sellerRoute } from './seller-route.ts';
import type { SellerDeps } from './seller-route.ts';

export interface StandingDeps extends SellerDeps {
  readonly standing: StandingStore;
  readonly lookupLimit: LookupLimit;
}

/** True of every buyer, so that it says nothing of any. */
const aboutLinks =
  'This tells of blocks of this very buyer. For every buyer, it leaves out blocks of other accounts that may reach them through links, and the orders that those stopped.';

/**
 * Why orders of a buyer are stopped, or are not. Nothing is read of links, or of what reaches anybody through them. Who is
 * no buyer of the shop is told as by a lookup, and counted as one.
 */
export function standingRoute({ standing, lookupLimit, ...deps }: StandingDeps): BoundRoute {
  return sellerRoute(deps, readStanding, {
    read: (token, { path }) => standingRead(token, path.buyerId),
    async handle({ scope, access, path: { buyerId }, loaded: { hasOrdered, ...own }, now }) {
      await countMisses(lookupLimit, scope, now, () => assertOrdered(hasOrdered));
      const { ended, stops } = await standing.history(scope, buyerId, now);
      const blocks = standingBlocks({ ...own, ended }, access, now);
      const lifted = blocks.filter(({ endedBecause }) => endedBecause === 'lifted').map(({ blockId }) => blockId);
      const reasons = await standing.liftReasons(scope, buyerId, lifted);
      return {
        status: 200,
        body: {
          buyerId,
          gate: atGate(own, now),
          blocks: blocks.map((block) => ({ ...toReply(block), supportReason: reasons.get(block.blockId) })),
          stops: stops.map(({ decidedAt, blockId }) => ({ at: toTimestamp(decidedAt), blockId })),
          aboutLinks,
        },
      };
    },
  });
}

async function assertOrdered(hasOrdered: boolean): Promise<void> {
  if (hasOrdered) return;
  throw new AppError(
    'buyer_not_found',
    'No buyer who is known to have ordered in this shop matches exactly. One whose first order was placed just now may not be known yet.',
  );
}

function toReply(block: StandingBlock): Record<string, unknown> {
  const { createdAt, expiresAt, endedAt, restorableUntil, gaps } = block;
  const shown = (at: EpochMilliseconds | undefined) => (at === undefined || at === never ? undefined : toTimestamp(at));
  return {
    ...block,
    createdAt: shown(createdAt),
    expiresAt: shown(expiresAt),
    endedAt: shown(endedAt),
    restorableUntil: shown(restorableUntil),
    gaps: gaps?.map(({ from, until }) => ({ from: toTimestamp(from), until: toTimestamp(until) })),
  };
}
