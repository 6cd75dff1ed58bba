import { platformScope } from '../access/scope.ts';
import { toAccess } from '../access/store.ts';
import { type OutboxEvent, outboxItem } from '../events/outbox.ts';
import { type EpochMilliseconds, fromTimestamp, toTtl } from '../kernel/clock.ts';
import type { NewId } from '../kernel/ids.ts';
import { batchGet, type Item } from '../table/batch-get.ts';
import type { Table } from '../table/client.ts';
import { accessKey, blockKey, endedBlockKey, stoppedKey } from '../table/keys.ts';
import { transact } from '../table/transact.ts';
import type { StoppedCandidates } from './contract.ts';
import { type BlockHistory, blockThatStopped } from './stop-rules.ts';

type Candidate = StoppedCandidates['candidates'][number];

/** As long as the longest block of a fixed duration. */
const stoppedRetention = 90 * 86_400_000;

/** Counts each candidate that a live block had stopped, once per shop, buyer and occasion; the message may come twice. */
export async function countStoppedOrders(
  deps: { readonly table: Table; readonly newId: NewId },
  message: StoppedCandidates,
): Promise<void> {
  for (const candidate of message.candidates) await countOne(deps, candidate);
}

async function countOne(
  { table, newId }: { readonly table: Table; readonly newId: NewId },
  candidate: Candidate,
): Promise<void> {
  const scope = platformScope(candidate.shopId, 'gate');
  const { shopId } = scope;
  const items = await batchGet(table, [
    accessKey(shopId),
    ...candidate.blocks.flatMap(({ root, blockId }) => [blockKey(shopId, root), endedBlockKey(shopId, blockId)]),
  ]);
  const decidedAt = fromTimestamp(candidate.decidedAt);
  const stopped = blockThatStopped(
    candidate,
    toAccess(items.get(accessKey(shopId))),
    (root, blockId) =>
      toHistory(items.get(endedBlockKey(shopId, blockId))) ?? toHistory(items.get(blockKey(shopId, root))),
    decidedAt,
  );
  if (!stopped) return;

  const eventId = newId();
  const event: OutboxEvent = {
    eventId,
    type: 'Order Stopped',
    at: decidedAt,
    actor: scope.actor,
    // The root only: nothing that a seller may come to see names a linked account.
    detail: {
      version: 1,
      eventId,
      shopId,
      buyerId: stopped.root,
      blockId: stopped.block.blockId,
      scope: stopped.block.scope,
      occurredAt: candidate.decidedAt,
    },
  };
  // Refused means counted before.
  await transact(table, {
    stopped: { put: stoppedItem(candidate, decidedAt), condition: { expression: 'attribute_not_exists(pk)' } },
    event: { put: outboxItem(shopId, event) },
  });
}

function stoppedItem(candidate: Candidate, decidedAt: EpochMilliseconds): Item {
  return {
    ...stoppedKey(candidate.shopId, candidate.buyerId, candidate.occasion),
    decidedAt,
    ttl: toTtl(decidedAt + stoppedRetention),
  };
}

function toHistory(item: Item | undefined): BlockHistory | undefined {
  return item as unknown as BlockHistory | undefined;
}
