import type * as z from 'zod';
import { platformScope } from '../access/scope.ts';
import { blockChanged } from '../contracts/events/block-changed.ts';
import { buyerBlocked } from '../contracts/events/buyer-blocked.ts';
import { pickFields } from '../contracts/events/event-contract.ts';
import type { DigestDue } from '../contracts/messages/digest-due.ts';
import type { Schedules } from '../deadlines/schedule-sender.ts';
import { onEvent } from '../events/inbound.ts';
import type { BoundEvent } from '../events/inbound.ts';
import { fromTimestamp } from '../kernel/clock.ts';
import { AppError } from '../kernel/errors.ts';
import { digestScheduleName } from './digest-name.ts';
import { endingDigestOf, nextEndingDigest } from './ending-rules.ts';
import type { EndingDigest } from './ending-rules.ts';
import type { EndingStore } from './ending-store.ts';

/** As much of them as tells when a block ends. */
export const endingOfNewBlock = pickFields(buyerBlocked, 'shopId', 'buyerId', 'blockId', 'expiresAt');
const endingOfChangedBlock = pickFields(blockChanged, 'shopId', 'buyerId', 'blockId', 'expiresAt');

export interface EndingDeps {
  readonly store: EndingStore;
  readonly schedules: Schedules;
}

/** What tells when a block ends, bound to what records it. */
export function endingEvents(deps: EndingDeps): readonly BoundEvent[] {
  const record = recordEnding(deps);
  return [onEvent(endingOfNewBlock, record), onEvent(endingOfChangedBlock, record)];
}

/** A redrive can come when a day's digest has been sent, and the next day's just being sent. */
const mostDays = 3;

/**
 * Puts the end of a block into the digest of its day, once for each end, and makes the schedule that sends the digest. What
 * becomes of the block until then is judged when it is sent. A block made permanent has no end to tell.
 */
export function recordEnding({ store, schedules }: EndingDeps) {
  return async (news: z.output<typeof endingOfNewBlock.detail>): Promise<void> => {
    const { shopId, buyerId, blockId } = news;
    if (news.expiresAt === undefined) return;
    const scope = platformScope(shopId, 'notifications');
    const access = await store.access(scope);
    if (!access) return;
    const schedule = ({ name: digest, due: at }: EndingDigest): Promise<void> => {
      const message: DigestDue = { version: 1, shopId, digest };
      return schedules.add({ name: digestScheduleName(shopId, digest), at, message });
    };
    const end = { blockId, buyerId, expiresAt: fromTimestamp(news.expiresAt) };
    let digest = endingDigestOf(end, access);
    for (let tried = 0; tried < mostDays; tried++, digest = nextEndingDigest(digest, access)) {
      const outcome = await store.record(scope, end, digest.name);
      if (outcome.type === 'recorded') return schedule(digest);
      // The zone may have changed since: the digest that it is in goes by its own schedule, or by this one.
      if (outcome.type === 'known') {
        const status = await store.status(scope, outcome.digest);
        return status === 'pending' ? schedule({ ...digest, name: outcome.digest }) : undefined;
      }
    }
    throw new AppError('unavailable', 'Every digest is being sent already; try again.');
  };
}
