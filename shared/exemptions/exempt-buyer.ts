import type { SellerWrite } from '../access/seller-write.ts';
import { AppError } from '../kernel/errors.ts';
import type { NewId } from '../kernel/ids.ts';
import { retryOnChange } from '../kernel/retry-on-change.ts';
import type { ExemptCandidate } from './candidate-store.ts';
import { exemptedEvent } from './exemption-event.ts';
import { toRecorded } from './recorded-exemption.ts';
import { mostExemptions, refusalOf } from './rules.ts';
import type { Exemption, ExemptRefusal } from './rules.ts';
import type { ExemptionStore } from './store.ts';

export interface NewExemption {
  readonly buyerId: string;
  readonly username: string;
  readonly note?: string | undefined;
}

/** Each round somebody else got further; this many in a row mean that the shop's list is under a storm. */
const mostRounds = 12;

const refusals: Readonly<Record<ExemptRefusal, string>> = {
  already_blocked:
    'This buyer is on the Block List: their own block would count before the exemption. Remove it first.',
  already_exempt: 'This buyer is on the exempt list already.',
  exempt_list_full: `The exempt list holds ${mostExemptions} buyers at most.`,
};

/**
 * Exempts a buyer: from this answer on no block through links stops them in this shop. Decided on what was read, written with
 * all of that as conditions. It reads and writes the same whether or not the buyer is linked to anybody.
 *
 * @throws AppError `already_blocked`, `already_exempt`, `exempt_list_full`, `buyer_not_found`, `username_mismatch`,
 *   `unavailable`.
 */
export function exemptBuyer(
  { store, newId }: { readonly store: Pick<ExemptionStore, 'exempt' | 'profileOf'>; readonly newId: NewId },
  { scope, now, use, read }: SellerWrite<ExemptCandidate>,
  { buyerId, username, note }: NewExemption,
): Promise<Exemption> {
  // Fixed before the first attempt: whatever is tried again is the same exemption.
  const [exemptionId, eventId] = [newId(), newId()];
  return retryOnChange({
    mostRounds,
    changesTooFast: 'The exempt list is changing too fast. Nothing was changed; try again.',
    read,
    async decide({ loaded: { shopBuyer, ...list } }) {
      // The list's own refusals first: they are the same whoever is meant.
      const refusal = refusalOf(buyerId, list, now);
      if (refusal) throw new AppError(refusal, refusals[refusal]);
      const { profile } = shopBuyer ? await store.profileOf(scope, buyerId) : { profile: undefined };
      if (!profile)
        throw new AppError(
          'buyer_not_found',
          'No buyer with this ID is known to have ordered in this shop. One whose first order was placed just now may not be known yet.',
        );
      if (profile.username !== username)
        throw new AppError('username_mismatch', 'The buyer no longer bears this username; look them up again.');
      const exemption: Exemption = {
        exemptionId,
        buyerId,
        username,
        avatarUrl: profile.avatarUrl,
        ...(note === undefined ? {} : { note }),
        createdAt: now,
        createdBy: scope.actor.id,
      };
      const recorded = use && { use, outcome: toRecorded(exemption) };
      const event = exemptedEvent({ eventId, scope, at: now }, exemption);
      const write = { exemption, profileRevision: profile.revision, event, recorded, now };
      return { type: 'write', write, result: exemption };
    },
    save: (write) => store.exempt(scope, write),
  });
}
