import { platformScope, type ShopScope } from '../access/scope.ts';
import { toAccess } from '../access/store.ts';
import { type OutboxEvent, outboxItem } from '../events/outbox.ts';
import { type EpochMilliseconds, fromTimestamp, toTtl } from '../kernel/clock.ts';
import type { NewId } from '../kernel/ids.ts';
import { batchGet, type Item, type ItemsByKey } from '../table/batch-get.ts';
import type { Table } from '../table/client.ts';
import { accessKey, blockKey, endedBlockKey, type Key, keyText, stoppedKey } from '../table/keys.ts';
import { transact, type Write } from '../table/transact.ts';
import type { StoppedCandidates } from './contract.ts';
import { type BlockHistory, blockThatStopped } from './stop-rules.ts';

type Candidate = StoppedCandidates['candidates'][number];
type Stop = Readonly<Record<'stopped' | 'event', Write>>;
interface Deps {
  readonly table: Table;
  readonly newId: NewId;
}

/** As long as the longest block of a fixed duration. */
const stoppedRetention = 90 * 86_400_000;

/**
 * Counts each candidate that a live block had stopped, once per shop, buyer and occasion; the message may come
 * twice. All of a message in one transaction, 50 candidates being its 100 items; if somebody counts one of them meanwhile, one by one.
 */
export async function countStoppedOrders(deps: Deps, { candidates }: StoppedCandidates): Promise<void> {
  const items = await batchGet(deps.table, candidates.flatMap(keysOf));
  const unique = new Map(candidates.map((candidate) => [keyText(occasionOf(candidate)), candidate]));
  const stops = [...unique.values()]
    .filter((candidate) => items.get(occasionOf(candidate)) === undefined)
    .flatMap((candidate) => toStop(deps, candidate, items) ?? []);
  if (stops.length === 0) return;
  const together = Object.fromEntries(
    stops.flatMap(({ stopped, event }, index) => [
      [`stopped ${index}`, stopped],
      [`event ${index}`, event],
    ]),
  );
  const outcome = await transact(deps.table, together);
  // Refused means counted before.
  if (outcome.type === 'refused' && stops.length > 1) for (const stop of stops) await transact(deps.table, stop);
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
  const decidedAt = fromTimestamp(candidate.decidedAt);
  const stoppedBy = blockThatStopped(
    candidate,
    toAccess(items.get(accessKey(scope.shopId))),
    (root, blockId) =>
      toHistory(items.get(endedBlockKey(scope.shopId, blockId))) ?? toHistory(items.get(blockKey(scope.shopId, root))),
    decidedAt,
  );
  return (
    stoppedBy && {
      stopped: {
        put: { ...occasionOf(candidate), decidedAt, ttl: toTtl(decidedAt + stoppedRetention) },
        condition: { expression: 'attribute_not_exists(pk)' },
      },
      event: { put: outboxItem(scope.shopId, stopEvent(newId(), scope, stoppedBy, decidedAt, candidate.decidedAt)) },
    }
  );
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
