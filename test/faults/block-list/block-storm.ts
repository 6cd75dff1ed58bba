import { BatchWriteCommand } from '@aws-sdk/lib-dynamodb';
import { shopDay } from '../../../shared/kernel/shop-day.ts';
import { toBlockItem, toLedger } from '../../../shared/block-list/items.ts';
import type { Ledger } from '../../../shared/block-list/rules.ts';
import type { Table } from '../../../shared/table/client.ts';
import { ledgerKey, shopBuyerKey } from '../../../shared/table/keys.ts';
import { buildBlock, places } from '../../builders/items/block-list.ts';
import type { FunctionProcess } from '../../builders/engines/function-process.ts';
import { buildHttpEvent } from '../../builders/items/http-event.ts';
import { queryPartition } from '../../builders/items/partitions.ts';
import { newBlock } from '../../builders/worlds/seller-api.ts';
import { eventsOf } from '../../builders/items/shop-events.ts';
import { putItems, readItem } from '../../builders/items/table-items.ts';

/** What came back for one of many simultaneous requests. */
export interface StormAnswer {
  readonly buyerId: string;
  readonly status: number;
  readonly body: Readonly<Record<string, unknown>>;
}

/**
 * Every request at once, taken in turn by the processes. As a caller has to, it repeats what was `unavailable` with the
 * same key, a few at a time, until it knows: on a crowded machine a write can be done and its answer come too late.
 */
export async function storm(
  processes: readonly FunctionProcess[],
  shopId: string,
  buyers: readonly string[],
): Promise<StormAnswer[]> {
  const ask = async (buyerId: string): Promise<StormAnswer> => {
    const process = processes[buyers.indexOf(buyerId) % processes.length];
    const { answer } = (await process?.call(requestFor(shopId, buyerId))) ?? {};
    const { statusCode, body } = answer as { statusCode: number; body: string };
    return { buyerId, status: statusCode, body: JSON.parse(body) as StormAnswer['body'] };
  };
  let answers = await Promise.all(buyers.map(ask));
  for (let round = 0; round < mostRepeats && answers.some(isUnavailable); round++) {
    const known = answers.filter((answer) => !isUnavailable(answer));
    const unknown = answers.filter(isUnavailable);
    const repeated: StormAnswer[] = [];
    for (let start = 0; start < unknown.length; start += repeatsAtOnce) {
      const some = unknown.slice(start, start + repeatsAtOnce);
      repeated.push(...(await Promise.all(some.map(({ buyerId }) => ask(buyerId)))));
    }
    answers = [...known, ...repeated];
  }
  return answers;
}

const mostRepeats = 10;
const repeatsAtOnce = 10;
const isUnavailable = ({ status }: StormAnswer) => status === 503;

/** Of many sellers: one alone would meet the limit of writes. A repeat comes from the same. */
const sellerOf = (buyerId: string): string => `seller-${buyerId.slice(-1)}`;

function requestFor(shopId: string, buyerId: string): ReturnType<typeof buildHttpEvent> {
  return buildHttpEvent({
    method: 'POST',
    path: `/v1/shops/${shopId}/blocks`,
    pathParameters: { shopId },
    claims: { sub: sellerOf(buyerId), shops: `${shopId}:agent` },
    headers: { 'idempotency-key': `storm-${buyerId}` },
    body: { ...newBlock, buyerId, username: `name-${buyerId}` },
  });
}

/** The rows that say that these buyers have ordered in a shop. */
export async function orderedIn(table: Table, shopId: string, buyers: readonly string[]): Promise<void> {
  const puts = buyers.map((buyer) => ({
    PutRequest: { Item: { ...shopBuyerKey(shopId, buyer), orders: 1, openOrders: 0 } },
  }));
  await putAll(table, puts);
}

async function putAll(table: Table, puts: readonly { PutRequest: { Item: Record<string, unknown> } }[]): Promise<void> {
  for (let start = 0; start < puts.length; start += 25)
    await table.client.send(new BatchWriteCommand({ RequestItems: { [table.name]: puts.slice(start, start + 25) } }));
}

/** A Block List as if its blocks had been made before: `live` that last, and `ending` that end at one instant. */
export async function fillList(
  table: Table,
  shopId: string,
  { live, ending, endsAt }: { live: number; ending: number; endsAt: number },
): Promise<void> {
  const entries = { ...places(live, endsAt + 3_600_000, 'live'), ...places(ending, endsAt, 'ending') };
  const blocks = Object.entries(entries).map(([buyerId, expiresAt]) =>
    buildBlock({ buyerId, blockId: `old-${buyerId}`, expiresAt, createdAt: 0 }),
  );
  await putAll(
    table,
    blocks.map((block) => ({ PutRequest: { Item: { ...toBlockItem(shopId, block) } } })),
  );
  await putItems(table, {
    ...ledgerKey(shopId),
    blocks: Object.fromEntries(Object.entries(entries).map(([buyer, expiresAt]) => [`b#${buyer}`, expiresAt])),
  });
}

/** What the table holds of a shop after a storm. */
export interface Aftermath {
  readonly ledger: Ledger;
  /** Blocks made by the storm, by buyer. */
  readonly made: ReadonlyMap<
    string,
    { readonly blockId: string; readonly expiresAt: number; readonly createdAt: number }
  >;
  /** Block IDs of the events `Buyer Blocked`. */
  readonly announced: readonly string[];
}

export async function readAftermath(table: Table, shopId: string): Promise<Aftermath> {
  const ledger = toLedger(await readItem(table, ledgerKey(shopId)));
  const items = (await queryPartition(table, ledgerKey(shopId).pk)).filter(
    ({ sk, createdAt }) => String(sk).startsWith('BLOCK#') && createdAt !== 0,
  );
  const made = items.map(
    (item) =>
      [
        String(item['buyerId']),
        {
          blockId: String(item['blockId']),
          expiresAt: Number(item['expiresAt']),
          createdAt: Number(item['createdAt']),
        },
      ] as const,
  );
  const events = await eventsOf(table, shopId, 'Buyer Blocked');
  return {
    ledger,
    made: new Map(made),
    announced: events.map(({ detail }) => String((detail as { blockId: unknown }).blockId)),
  };
}

/** How many blocks were made on each of the shop's days. */
export function countByDay(timeZone: string, made: Aftermath['made']): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { createdAt } of made.values()) {
    const { key } = shopDay({ timeZone }, createdAt);
    counts[key] = (counts[key] ?? 0) + 1;
  }
  return counts;
}
