import { platformScope } from '../access/scope.ts';
import type { ShopScope } from '../access/scope.ts';
import type { OrderStopped } from '../contracts/events/order-stopped.ts';
import type { StoppedCandidates } from '../contracts/messages/stopped-candidates.ts';
import type { OutboxEvent } from '../events/outbox.ts';
import { chunksOf } from '../kernel/chunks.ts';
import { fromTimestamp } from '../kernel/clock.ts';
import type { EventId, NewId } from '../kernel/ids.ts';
import { shopDay } from '../kernel/shop-day.ts';
import { amountToAdd } from '../prevented/rules.ts';
import { blockThatStopped } from './rules.ts';
import type { BlockHistory } from './rules.ts';
import { mostStopsAtOnce } from './store.ts';
import type { Candidate, KnownOfCandidates, Occasion, Stop, StoppedOrderStore } from './store.ts';

export interface CountDeps {
  readonly store: StoppedOrderStore;
  readonly newId: NewId;
}

/**
 * Counts each candidate that a live block had stopped, once per shop, buyer and occasion; the message may come
 * twice. Many of a message in one transaction; if somebody counts one of them meanwhile, one by one.
 */
export async function countStoppedOrders(
  { store, newId }: CountDeps,
  { candidates }: StoppedCandidates,
): Promise<void> {
  const known = await store.read(candidates);
  const unique = new Map(candidates.map((candidate) => [nameOf(candidate), candidate]));
  const stops = [...unique.values()]
    .filter((candidate) => !known.isCounted(candidate))
    .flatMap((candidate) => toStop(candidate, known, newId) ?? []);
  for (const together of chunksOf(stops, mostStopsAtOnce)) {
    if ((await store.count(together)) || together.length === 1) continue;
    // One that has been counted meanwhile stays as it is.
    for (const stop of together) await store.count([stop]);
  }
}

/** IDs hold no `#`, and the occasion comes last: no two share a name. */
function nameOf({ shopId, buyerId, occasion }: Occasion): string {
  return [shopId, buyerId, occasion].join('#');
}

function toStop(candidate: Candidate, known: KnownOfCandidates, newId: NewId): Stop | undefined {
  const scope = platformScope(candidate.shopId, 'gate');
  const { shopId } = scope;
  const decidedAt = fromTimestamp(candidate.decidedAt);
  const access = known.accessOf(shopId);
  const historyOf = (root: string, blockId: string) => known.historyOf(shopId, root, blockId);
  const stoppedBy = blockThatStopped(candidate, access, historyOf, decidedAt);
  if (!access || !stoppedBy) return undefined;
  const { key, date, endsAt } = shopDay(access, decidedAt);
  const sums = amountToAdd(candidate.amount);
  return {
    occasion: { shopId, buyerId: candidate.buyerId, occasion: candidate.occasion },
    ...(stoppedBy.root === candidate.buyerId ? { byOwnBlock: stoppedBy.block.blockId } : {}),
    decidedAt,
    event: stopEvent(newId(), scope, stoppedBy, candidate),
    day: { dayKey: key, date, endsAt, counts: { [`stopped#${stoppedBy.block.reason ?? 'other'}`]: 1 }, sums },
    prevented: { blockId: stoppedBy.block.blockId, orders: 1, sums, lastAt: decidedAt },
  };
}

/** Names the root only: nothing that a seller may come to see names a linked account. */
function stopEvent(
  eventId: EventId,
  { shopId, actor }: ShopScope,
  { root, block }: { readonly root: string; readonly block: BlockHistory },
  { decidedAt: occurredAt, amount }: Candidate,
): OutboxEvent {
  const { blockId, scope } = block;
  const worth = amount === undefined ? {} : { amount };
  const detail: OrderStopped = { version: 1, eventId, shopId, buyerId: root, blockId, scope, ...worth, occurredAt };
  return { eventId, type: 'Order Stopped', at: fromTimestamp(occurredAt), actor, detail };
}
