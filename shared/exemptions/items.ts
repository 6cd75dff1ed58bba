import { toTimestamp, toTtl } from '../kernel/clock.ts';
import type { EpochMilliseconds } from '../kernel/clock.ts';
import type { BuyerId, ShopId } from '../kernel/ids.ts';
import { longestWait } from '../kernel/words/longest-wait.ts';
import type { Item } from '../table/batch-get.ts';
import { exemptInKey, exemptionKey, exemptionsListing } from '../table/keys.ts';
import { versionOf } from './rules.ts';
import type { Exemption } from './rules.ts';

/** As long as it holds: no TTL. */
export function exemptionItem(shopId: ShopId, exemption: Exemption): Item {
  return {
    ...exemptionKey(shopId, exemption.buyerId),
    ...exemption,
    listPk: exemptionsListing(shopId),
    listSk: exemption.exemptionId,
  };
}

export function toExemption(item: Item | undefined): Exemption | undefined {
  if (!item) return undefined;
  const { pk: _pk, sk: _sk, listPk: _listPk, listSk: _listSk, ...exemption } = item;
  return exemption as unknown as Exemption;
}

/** An exemption as the API shows it. */
export function toExemptionReply(exemption: Exemption): Record<string, unknown> {
  return { ...exemption, createdAt: toTimestamp(exemption.createdAt), revision: versionOf(exemption).revision };
}

/** Row under the buyer's partition for each shop that exempts them, as long as the exemption stands. */
export function exemptInItem(shopId: ShopId, { buyerId, exemptionId }: Exemption): Item {
  return { ...exemptInKey(buyerId, shopId), shopId, buyerId, exemptionId };
}

/** Who takes a place on the list. */
export function toPlaces(item: Item | undefined): ReadonlySet<BuyerId> {
  return (item?.['buyers'] as Set<BuyerId> | undefined) ?? new Set();
}

/** What the marker of an exempt buyer says of it. */
export interface MarkedExemption {
  readonly exemptionId: string;
}

/** A time in which an exemption held; without an end, it still does. */
export interface ExemptPeriod {
  readonly exemptionId: string;
  readonly since: EpochMilliseconds;
  readonly endedAt?: EpochMilliseconds;
}

/** Kept from its end for as long as an order's event can wait. */
export function periodTtl(endedAt: EpochMilliseconds): number {
  return toTtl(endedAt + longestWait);
}

/** Whether an exemption held at an instant. */
export function heldAt({ since, endedAt = Number.POSITIVE_INFINITY }: ExemptPeriod, at: EpochMilliseconds): boolean {
  return since <= at && at < endedAt;
}
