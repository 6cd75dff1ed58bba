import { platformScope, type ShopScope } from '../access/scope.ts';
import { toAccess } from '../access/store.ts';
import { shopDay } from '../kernel/shop-day.ts';
import { type DayStatsChange, sumCounts } from '../stats/rules.ts';
import { addDayStats } from '../stats/writes.ts';
import { type OutboxEvent, outboxItem } from '../events/outbox.ts';
import { type EpochMilliseconds, fromTimestamp, toTtl } from '../kernel/clock.ts';
import type { NewId, ShopId } from '../kernel/ids.ts';
import { batchGet, type Item, type ItemsByKey } from '../table/batch-get.ts';
import type { Table } from '../table/client.ts';
import { accessKey, blockKey, dayStatsKey, endedBlockKey, type Key, keyText, stoppedKey } from '../table/keys.ts';
import { transact, type Write } from '../table/transact.ts';
import type { StoppedCandidates } from '../contracts/http/gate.ts';
import { type BlockHistory, blockThatStopped } from './rules.ts';

type Candidate = StoppedCandidates['candidates'][number];
/** One order to be counted: its occasion and event, and the day that it is counted on. */
interface Stop {
  readonly shopId: ShopId;
  readonly stopped: Write;
  readonly event: Write;
  readonly day: DayStatsChange;
}
interface Deps {
  readonly table: Table;
  readonly newId: NewId;
}

/** As long as the longest block of a fixed duration. */
const stoppedRetention = 90 * 86_400_000;

/** A transaction holds 100 items: for each order its occasion and event, and at most a day of its own. */
const ordersPerTransaction = 33;

/**
 * Counts each candidate that a live block had stopped, once per shop, buyer and occasion; the message may come
 * twice. Many of a message in one transaction; if somebody counts one of them meanwhile, one by one.
 */
export async function countStoppedOrders(deps: Deps, { candidates }: StoppedCandidates): Promise<void> {
  const items = await batchGet(deps.table, candidates.flatMap(keysOf));
  const unique = new Map(candidates.map((candidate) => [keyText(occasionOf(candidate)), candidate]));
  const stops = [...unique.values()]
    .filter((candidate) => items.get(occasionOf(candidate)) === undefined)
    .flatMap((candidate) => toStop(deps, candidate, items) ?? []);
  for (let start = 0; start < stops.length; start += ordersPerTransaction) {
    const together = stops.slice(start, start + ordersPerTransaction);
    const outcome = await transact(deps.table, writesOf(together));
    // Refused means counted before.
    if (outcome.type === 'refused' && together.length > 1)
      for (const stop of together) await transact(deps.table, writesOf([stop]));
  }
}

/** Orders of one day are counted by one write: a transaction takes no item twice. */
function writesOf(stops: readonly Stop[]): Record<string, Write> {
  const dayOf = ({ shopId, day }: Stop) => keyText(dayStatsKey(shopId, day.dayKey));
  const days = new Map(stops.map((stop) => [dayOf(stop), stop]));
  return Object.fromEntries([
    ...stops.flatMap(({ stopped, event }, index) => [
      [`stopped ${index}`, stopped],
      [`event ${index}`, event],
    ]),
    ...[...days].map(([key, { shopId, day }]) => {
      const counts = sumCounts(stops.filter((stop) => dayOf(stop) === key).map((stop) => stop.day.counts));
      return [key, addDayStats(shopId, { ...day, counts })];
    }),
  ]) as Record<string, Write>;
}

function keysOf(candidate: Candidate): Key[] {
  const { shopId, blocks } = candidate;
  return [
    occasionOf(candidate),
    accessKey(shopId),
    ...blocks.flatMap(({ root, blockId }) => [blockKey(shopId, root), endedBlockKey(shopId, blockId)]),
  ];
}

function occasionOf({ shopId, buyerId, occasion }: Candidate): Key {
  return stoppedKey(shopId, buyerId, occasion);
}

function toStop({ newId }: Deps, candidate: Candidate, items: ItemsByKey): Stop | undefined {
  const scope = platformScope(candidate.shopId, 'gate');
  const { shopId } = scope;
  const decidedAt = fromTimestamp(candidate.decidedAt);
  const access = toAccess(items.get(accessKey(shopId)));
  const stoppedBy = blockThatStopped(
    candidate,
    access,
    (root, blockId) =>
      toHistory(items.get(endedBlockKey(shopId, blockId))) ?? toHistory(items.get(blockKey(shopId, root))),
    decidedAt,
  );
  if (!access || !stoppedBy) return undefined;
  const { key, date, endsAt } = shopDay(access, decidedAt);
  return {
    shopId,
    stopped: {
      put: { ...occasionOf(candidate), decidedAt, ttl: toTtl(decidedAt + stoppedRetention) },
      condition: { expression: 'attribute_not_exists(pk)' },
    },
    event: { put: outboxItem(shopId, stopEvent(newId(), scope, stoppedBy, decidedAt, candidate.decidedAt)) },
    day: { dayKey: key, date, endsAt, counts: { [`stopped#${stoppedBy.block.reason ?? 'other'}`]: 1 } },
  };
}

/** Names the root only: nothing that a seller may come to see names a linked account. */
function stopEvent(
  eventId: string,
  { shopId, actor }: ShopScope,
  { root, block }: { readonly root: string; readonly block: BlockHistory },
  at: EpochMilliseconds,
  occurredAt: string,
): OutboxEvent {
  const { blockId, scope } = block;
  const detail = { version: 1, eventId, shopId, buyerId: root, blockId, scope, occurredAt };
  return { eventId, type: 'Order Stopped', at, actor, detail };
}

function toHistory(item: Item | undefined): BlockHistory | undefined {
  return item as unknown as BlockHistory | undefined;
}
