import type { EpochMilliseconds } from '../kernel/clock.ts';
import type { EntityVersion } from '../kernel/entity-version.ts';
import type { BuyerId } from '../kernel/ids.ts';

/** An entry of the exempt list: no block through links stops this buyer in this shop. */
export interface Exemption {
  readonly exemptionId: string;
  readonly buyerId: BuyerId;
  /** As the seller confirmed it; absent once the buyer was erased. */
  readonly username?: string;
  readonly avatarUrl?: string;
  readonly note?: string;
  readonly createdAt: EpochMilliseconds;
  readonly createdBy: string;
}

/** Places on a shop's exempt list. */
export const mostExemptions = 100;

/** It is made and ends, and never changes in between. */
export function versionOf({ exemptionId }: Exemption): EntityVersion {
  return { id: exemptionId, revision: 1 };
}

/** What the list itself has against a new exemption, in the order in which it is told. */
export type ExemptRefusal = 'already_blocked' | 'already_exempt' | 'exempt_list_full';

export function refusalOf(
  buyerId: BuyerId,
  list: {
    /** When the shop's block of this very buyer ends, or ended. */
    readonly blockedUntil: EpochMilliseconds | undefined;
    readonly places: ReadonlySet<BuyerId>;
  },
  now: EpochMilliseconds,
): ExemptRefusal | undefined {
  if (list.blockedUntil !== undefined && now < list.blockedUntil) return 'already_blocked';
  if (list.places.has(buyerId)) return 'already_exempt';
  return list.places.size >= mostExemptions ? 'exempt_list_full' : undefined;
}
