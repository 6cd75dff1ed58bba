import { fromCursor, toCursor } from '../http/cursor.ts';
import type { BoundRoute } from '../http/http-stack.ts';
import { sellerRoute } from './seller-route.ts';
import { AppError } from '../kernel/errors.ts';
import { blockKey, profileKey } from '../table/keys.ts';
import { addBlockRoute, type BlockListDeps } from './add-block-route.ts';
import * as change from '../block-list/change-live-block.ts';
import * as contract from '../contracts/http/block-list.ts';
import { toBlock, toBlockReply } from '../block-list/items.ts';
import { readBlock, settled } from '../block-list/read-block.ts';
import { isLive } from '../block-list/rules.ts';

/** The Block List over HTTP: five routes. */
export function blockListRoutes(deps: BlockListDeps): readonly BoundRoute[] {
  return [
    addBlockRoute(deps),
    listBlocksRoute(deps),
    getBlockRoute(deps),
    updateBlockRoute(deps),
    removeBlockRoute(deps),
  ];
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

function updateBlockRoute(deps: BlockListDeps): BoundRoute {
  return sellerRoute(deps, contract.updateBlock, {
    preload: (token, { path }) => [blockKey(token.shopId, path.buyerId), profileKey(path.buyerId)],
    async handle(request) {
      const { scope, body, idempotency, now } = request;
      const block = await change.updateBlock(deps, scope, body, idempotency, now, readBlock(deps.table, request));
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
      await change.removeBlock(deps, request.scope, request.idempotency, request.now, readBlock(deps.table, request));
      return { status: 204 };
    },
    replay: async (_record, { path }) => {
      await settled(deps.table, path.shopId, path.buyerId);
      return { status: 204 };
    },
  });
}
