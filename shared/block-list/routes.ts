import { toAccess } from '../access/store.ts';
import { toAlert } from '../alerts/items.ts';
import { sellerRoute } from '../http/seller-route.ts';
import type { BoundRoute } from '../http/http-stack.ts';
import { fromCursor, toCursor } from '../http/cursor.ts';
import { type IdempotentUse, liveRecord } from '../http/idempotency.ts';
import { countMisses } from '../buyers/count-lookup.ts';
import { isErased, toProfile } from '../buyers/items.ts';
import { createLookupLimitStore } from '../buyers/lookup-limit-store.ts';
import type { LookupMeter } from '../buyers/lookup-meter.ts';
import type { Clock } from '../kernel/clock.ts';
import { AppError } from '../kernel/errors.ts';
import type { NewId } from '../kernel/ids.ts';
import { batchGet, type ItemsByKey } from '../table/batch-get.ts';
import type { Table } from '../table/client.ts';
import { accessKey, alertKey, blockKey, type Key, markerKey, profileKey } from '../table/keys.ts';
import { readSettled } from '../table/settled-read.ts';
import * as useCase from './add-block.ts';
import { candidateKeys, toCandidate } from './candidate.ts';
import * as change from './change-live-block.ts';
import * as contract from './contract.ts';
import { toBlock, toBlockReply } from './items.ts';
import { type Block, isLive } from './rules.ts';
import type { BlockListStore } from './store.ts';

export interface BlockListDeps {
  readonly table: Table;
  readonly clock: Clock;
  readonly store: BlockListStore;
  readonly newId: NewId;
  readonly lookupMeter: LookupMeter;
}

/** The Block List over HTTP: five routes. */
export function blockListRoutes(deps: BlockListDeps): readonly BoundRoute[] {
  return [
    addBlockRoute(deps),
    listBlocksRoute(deps),
    getBlockRoute(deps),
    extendBlockRoute(deps),
    removeBlockRoute(deps),
  ];
}

function addBlockRoute(deps: BlockListDeps): BoundRoute {
  const limit = { store: createLookupLimitStore(deps.table), meter: deps.lookupMeter };
  const created = (block: Block, shopId: string) => ({
    status: 201,
    body: toBlockReply(block),
    headers: { location: `/v1/shops/${shopId}/blocks/${block.buyerId}` },
  });
  return sellerRoute(deps, contract.addBlock, {
    preload: (token, { body }) => [...candidateKeys(token.shopId, body.buyerId), ...alertKeys(token.shopId, body)],
    replay: async (record, { body, path, loaded }) => {
      await settled(deps, path.shopId, body.buyerId);
      return created(useCase.fromOutcome(record, body, toProfile(loaded.get(profileKey(body.buyerId)))), path.shopId);
    },
    async handle(request) {
      const { scope, body, idempotency } = request;
      const alertAt = alertKeys(scope.shopId, body);
      const keys = [
        ...candidateKeys(scope.shopId, body.buyerId),
        ...alertAt,
        ...(idempotency ? [idempotency.key] : []),
      ];
      const read = async (again: boolean) => {
        const items = again ? await batchGet(deps.table, keys) : request.loaded;
        const record = idempotency && liveRecord(items.get(idempotency.key), request.now);
        const [alert] = alertAt.map((key) => toAlert(items.get(key)));
        return { candidate: toCandidate(scope.shopId, body.buyerId, items), alert, record };
      };
      const added = await countMisses(limit, scope, request.now, () =>
        useCase.addBlock(deps, request.token, body, idempotency, request.now, read),
      );
      if (added.type === 'added') return created(added.block, scope.shopId);
      await settled(deps, scope.shopId, body.buyerId);
      return created(useCase.fromOutcome(added.record, body, added.profile), scope.shopId);
    },
  });
}

function alertKeys(shopId: string, { alertId }: { readonly alertId?: string | undefined }): readonly Key[] {
  return alertId === undefined ? [] : [alertKey(shopId, alertId)];
}

/**
 * Waits until a write whose record shows already shows in block and marker too: the items of a transaction
 * become visible one by one, and a repeated answer promises what the gate will say.
 */
async function settled(deps: BlockListDeps, shopId: string, buyerId: string): Promise<void> {
  await readSettled(deps.table, [blockKey(shopId, buyerId), markerKey(shopId, buyerId)]);
}

const listFields = ['blockId', 'buyerId'] as const;

function listBlocksRoute(deps: BlockListDeps): BoundRoute {
  return sellerRoute(deps, contract.listBlocks, {
    async handle({ scope, query, now }) {
      const after = fromCursor(scope.shopId, query.cursor, listFields);
      const page = await deps.store.list(scope, { limit: query.limit, reason: query.reason, after, now });
      const nextCursor = page.next && toCursor(scope.shopId, page.next);
      return { status: 200, body: { items: page.items.map(toBlockReply), ...(nextCursor ? { nextCursor } : {}) } };
    },
  });
}

function getBlockRoute(deps: BlockListDeps): BoundRoute {
  return sellerRoute(deps, contract.getBlock, {
    preload: (token, { path }) => [blockKey(token.shopId, path.buyerId)],
    handle({ scope, path, loaded, now }) {
      const item = loaded.get(blockKey(scope.shopId, path.buyerId));
      const block = item && toBlock(item);
      if (!block || !isLive(block, now)) throw new AppError('not_found', 'There is no live block of this buyer.');
      return { status: 200, body: toBlockReply(block) };
    },
  });
}

function extendBlockRoute(deps: BlockListDeps): BoundRoute {
  return sellerRoute(deps, contract.extendBlock, {
    preload: (token, { path }) => [blockKey(token.shopId, path.buyerId), profileKey(path.buyerId)],
    async handle(request) {
      const { scope, body, idempotency, now } = request;
      const block = await change.extendBlock(deps, scope, body, idempotency, now, readBlock(deps, request));
      return { status: 200, body: toBlockReply(block) };
    },
    replay: (_record, { path, loaded }) => {
      const item = loaded.get(blockKey(path.shopId, path.buyerId));
      if (!item) throw new AppError('not_found', 'There is no live block of this buyer.');
      return { status: 200, body: toBlockReply(toBlock(item)) };
    },
  });
}

function removeBlockRoute(deps: BlockListDeps): BoundRoute {
  return sellerRoute(deps, contract.removeBlock, {
    preload: (token, { path }) => [blockKey(token.shopId, path.buyerId)],
    async handle(request) {
      await change.removeBlock(deps, request.scope, request.idempotency, request.now, readBlock(deps, request));
      return { status: 204 };
    },
    replay: async (_record, { path }) => {
      await settled(deps, path.shopId, path.buyerId);
      return { status: 204 };
    },
  });
}

function readBlock(
  deps: BlockListDeps,
  {
    path,
    loaded,
    idempotency,
    now,
  }: { path: { shopId: string; buyerId: string }; loaded: ItemsByKey; idempotency?: IdempotentUse; now: number },
) {
  const key = blockKey(path.shopId, path.buyerId);
  return async (again: boolean) => {
    const items = again
      ? await batchGet(deps.table, [
          key,
          accessKey(path.shopId),
          profileKey(path.buyerId),
          ...(idempotency ? [idempotency.key] : []),
        ])
      : loaded;
    const item = items.get(key);
    return {
      block: item && toBlock(item),
      record: idempotency && liveRecord(items.get(idempotency.key), now),
      accessIsActive: toAccess(items.get(accessKey(path.shopId)))?.state === 'active',
      buyerIsErased: isErased(items.get(profileKey(path.buyerId))),
    };
  };
}
