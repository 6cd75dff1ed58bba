import type { ShopScope } from '../access/scope.ts';
import { liveBlock, removeBlock, updateBlock } from '../block-list/change-live-block.ts';
import { changedBlock } from '../block-list/recorded-block.ts';
import { versionOf, versionOfLive } from '../block-list/rules.ts';
import type { Block } from '../block-list/rules.ts';
import { blockRead } from '../block-list/store.ts';
import { countMisses } from '../buyers/count-lookup.ts';
import * as contract from '../contracts/http/block-list.ts';
import { fromCursor, toCursor } from '../http/cursor.ts';
import type { BoundRoute } from '../http/http-stack.ts';
import { fromTimestamp } from '../kernel/clock.ts';
import { nothingToRead } from '../table/read-plan.ts';
import { addBlockRoute } from './add-block-route.ts';
import type { BlockListDeps } from './add-block-route.ts';
import { restoreBlockRoute } from './restore-block-route.ts';
import { sellerRoute } from './seller-route.ts';
import { sellerWriteRoute } from './seller-write-route.ts';
import { shownBlock, shownBlocks, withPrevented } from './shown-block.ts';

/** The Block List over HTTP: six routes. */
export function blockListRoutes(deps: BlockListDeps): readonly BoundRoute[] {
  return [
    addBlockRoute(deps),
    listBlocksRoute(deps),
    getBlockRoute(deps),
    updateBlockRoute(deps),
    removeBlockRoute(deps),
    restoreBlockRoute(deps),
  ];
}

const listFields = ['blockId', 'buyerId'] as const;

function listBlocksRoute(deps: BlockListDeps): BoundRoute {
  return sellerRoute(deps, contract.listBlocks, {
    read: () => nothingToRead,
    async handle({ scope, query, now }) {
      const after = fromCursor(scope.shopId, query.cursor, listFields);
      const { limit, reason, expiresBefore: until } = query;
      const expiresBefore = until === undefined ? undefined : fromTimestamp(until);
      const page = await deps.store.list(scope, { limit, reason, expiresBefore, after, now });
      const nextCursor = page.next && toCursor(scope.shopId, page.next);
      const items = await shownBlocks(deps, scope, page.items);
      return { status: 200, body: { items, ...(nextCursor ? { nextCursor } : {}) } };
    },
  });
}

function getBlockRoute(deps: BlockListDeps): BoundRoute {
  return sellerRoute(deps, contract.getBlock, {
    read: (token, { path }) => blockRead(token, path.buyerId),
    handle: ({ scope, loaded, now }) => shown(deps, scope, liveBlock(loaded, now)),
  });
}

function updateBlockRoute(deps: BlockListDeps): BoundRoute {
  return sellerWriteRoute(deps, contract.updateBlock, {
    read: (token, { path }) => blockRead(token, path.buyerId),
    async handle(request) {
      const { scope, now, body, loaded } = request;
      // Before the change: one that is done is not to be answered with a failed read.
      const preventedBy = await deps.prevented.read(scope, loaded ? [loaded.blockId] : []);
      const attempt = () => updateBlock(deps, request, body);
      const block = await countMisses(deps.lookupLimit, scope, now, attempt, ['not_found']);
      return { status: 200, body: withPrevented(block, preventedBy(block.blockId)), shows: versionOf(block) };
    },
    versionOf: versionOfLive,
    async replay({ token, scope, path, body, outcome }) {
      const present = await deps.store.settled(token, path.buyerId);
      const { isErased } = await deps.store.marketplaceBuyer(token, path.buyerId);
      return shown(deps, scope, changedBlock(outcome, body, { present, buyerIsErased: isErased }));
    },
  });
}

function removeBlockRoute(deps: BlockListDeps): BoundRoute {
  return sellerWriteRoute(deps, contract.removeBlock, {
    read: (token, { path }) => blockRead(token, path.buyerId),
    async handle(request) {
      await removeBlock(deps, request);
      return { status: 204 };
    },
    versionOf: versionOfLive,
    async replay({ token, path }) {
      await deps.store.settled(token, path.buyerId);
      return { status: 204 };
    },
  });
}

async function shown(deps: BlockListDeps, scope: ShopScope, block: Block) {
  return { status: 200, body: await shownBlock(deps, scope, block), shows: versionOf(block) };
}
