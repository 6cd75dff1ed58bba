import { toBlockReply } from '../block-list/items.ts';
import { restoredAnswer } from '../block-list/recorded-block.ts';
import { removalRead } from '../block-list/removed-store.ts';
import { restoreBlock } from '../block-list/restore-block.ts';
import { revisionAtEnd } from '../block-list/restore-rules.ts';
import { versionOf } from '../block-list/rules.ts';
import type { Block } from '../block-list/rules.ts';
import * as contract from '../contracts/http/block-restore.ts';
import type { BoundRoute } from '../http/http-stack.ts';
import type { BlockListDeps } from './add-block-route.ts';
import { sellerWriteRoute } from './seller-write-route.ts';

/** Undoes the removal of a block. `If-Match` means the state that the removal has made. */
export function restoreBlockRoute(deps: BlockListDeps): BoundRoute {
  return sellerWriteRoute(deps, contract.restoreBlock, {
    read: (token, { path }) => removalRead(token, path.buyerId),
    handle: async (request) => shown(await restoreBlock(deps, request, request.body.blockId)),
    versionOf: ({ removed }) => removed && { id: removed.block.blockId, revision: revisionAtEnd(removed.block) },
    async replay({ token, path, outcome }) {
      const present = await deps.store.settled(token, path.buyerId);
      const { isErased } = await deps.store.marketplaceBuyer(token, path.buyerId);
      return shown(restoredAnswer(outcome, { present, buyerIsErased: isErased }));
    },
  });
}

function shown(block: Block) {
  return { status: 200, body: toBlockReply(block), shows: versionOf(block) };
}
