import type { Access } from '../access/rules.ts';
import { toAccess } from '../access/store.ts';
import type { StoppedCandidates } from '../contracts/messages/stopped-candidates.ts';
import { outboxItem } from '../events/outbox.ts';
import type { OutboxEvent } from '../events/outbox.ts';
import { toTimestamp, toTtl } from '../kernel/clock.ts';
import type { EpochMilliseconds } from '../kernel/clock.ts';
import type { BlockId, BuyerId, ShopId } from '../kernel/ids.ts';
import { sumCounts } from '../stats/rules.ts';
import type { DayStatsChange } from '../stats/rules.ts';
import { addDayStats } from '../stats/writes.ts';
import { batchGet } from '../table/batch-get.ts';
import type { Item } from '../table/batch-get.ts';
import type { Table } from '../table/client.ts';
import { accessKey, blockKey, dayStatsKey, endedBlockKey, keyText, stoppedKey, stopsListing } from '../table/keys.ts';
import type { Key } from '../table/keys.ts';
import { transact } from '../table/transact.ts';
import type { Write } from '../table/transact.ts';
import type { BlockHistory } from './rules.ts';

export type Candidate = StoppedCandidates['candidates'][number];

/** One time that the gate stopped an order. */
export type Occasion = Pick<Candidate, 'shopId' | 'buyerId' | 'occasion'>;

/** One order to be counted: its occasion, its event, and the day that it is counted on. */
export interface Stop {
  readonly occasion: Occasion;
  /** The block, where it is of this very buyer: then their standing shows the stop. */
  readonly byOwnBlock?: BlockId;
  readonly decidedAt: EpochMilliseconds;
  readonly event: OutboxEvent;
  readonly day: DayStatsChange;
}

/** What is known of the candidates of one message. */
export interface KnownOfCandidates {
  isCounted(occasion: Occasion): boolean;
  accessOf(shopId: ShopId): Access | undefined;
  /** A block as it stood until it was removed, or as it stands. */
  historyOf(shopId: ShopId, root: BuyerId, blockId: BlockId): BlockHistory | undefined;
}

export interface StoppedOrderStore {
  /** All that decides about the candidates, in one read. */
  read(candidates: readonly Candidate[]): Promise<KnownOfCandidates>;
  /** Counts all of them, at most `mostStopsAtOnce`, each with its event; `false`, and nothing counted, when one of them was counted before. */
  count(stops: readonly Stop[]): Promise<boolean>;
}

/** A transaction holds 100 items: for each order its occasion and event, and at most a day of its own. */
export const mostStopsAtOnce = 33;

/** As long as the longest block of a fixed duration. */
const stoppedRetention = 90 * 86_400_000;

export function createStoppedOrderStore(table: Table): StoppedOrderStore {
  return {
    async read(candidates) {
      const items = await batchGet(table, candidates.flatMap(keysOf));
      return {
        isCounted: (occasion) => items.get(occasionKey(occasion)) !== undefined,
        accessOf: (shopId) => toAccess(items.get(accessKey(shopId))),
        historyOf: (shopId, root, blockId) =>
          toHistory(items.get(endedBlockKey(shopId, blockId))) ?? toHistory(items.get(blockKey(shopId, root))),
      };
    },

    async count(stops) {
      return (await transact(table, writesOf(stops))).type === 'committed';
    },
  };
}

function keysOf(candidate: Candidate): readonly Key[] {
  const { shopId, blocks } = candidate;
  return [
    occasionKey(candidate),
    accessKey(shopId),
    ...blocks.flatMap(({ root, blockId }) => [blockKey(shopId, root), endedBlockKey(shopId, blockId)]),
  ];
}

function occasionKey({ shopId, buyerId, occasion }: Occasion): Key {
  return stoppedKey(shopId, buyerId, occasion);
}

function toHistory(item: Item | undefined): BlockHistory | undefined {
  return item as unknown as BlockHistory | undefined;
}

/** Orders of one day are counted by one write: a transaction takes no item twice. */
function writesOf(stops: readonly Stop[]): Readonly<Record<string, Write>> {
  const dayOf = ({ occasion, day }: Stop) => keyText(dayStatsKey(occasion.shopId, day.dayKey));
  const days = new Map(stops.map((stop) => [dayOf(stop), stop]));
  return Object.fromEntries<Write>([
    ...stops.flatMap((stop, index): [string, Write][] => [
      [`stopped ${index}`, stoppedWrite(stop)],
      [`event ${index}`, { put: outboxItem(stop.occasion.shopId, stop.event) }],
    ]),
    ...[...days].map(([key, { occasion, day }]): [string, Write] => {
      const counts = sumCounts(stops.filter((stop) => dayOf(stop) === key).map((stop) => stop.day.counts));
      return [key, addDayStats(occasion.shopId, { ...day, counts })];
    }),
  ]);
}

function stoppedWrite({ occasion, byOwnBlock, decidedAt }: Stop): Write {
  const listed = byOwnBlock !== undefined && {
    listPk: stopsListing(occasion.shopId, occasion.buyerId),
    listSk: toTimestamp(decidedAt),
    blockId: byOwnBlock,
  };
  return {
    put: { ...occasionKey(occasion), ...listed, decidedAt, ttl: toTtl(decidedAt + stoppedRetention) },
    condition: { expression: 'attribute_not_exists(pk)' },
  };
}
