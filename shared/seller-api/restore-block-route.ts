import { restoredAnswer } from '../block-list/recorded-block.ts';
import { removalRead } from '../block-list/removed-store.ts';
import { restoreBlock } from '../block-list/restore-block.ts';
import { revisionAtEnd } from '../block-list/restore-rules.ts';
import { versionOf } from '../block-list/rules.ts';
import * as contract from '../contracts/http/block-restore.ts';
import type { BoundRoute } from '../http/http-stack.ts';
import type { BlockListDeps } from './add-block-route.ts';
import { shownBlock, withPrevented } from './shown-block.ts';
import { sellerWriteRoute } from './seller-write-route.ts';

/** Undoes the removal of a block. `If-Match` means the state that the removal has made. */
export function restoreBlockRoute(deps: BlockListDeps): BoundRoute {
  return sellerWriteRoute(deps, contract.restoreBlock, {
    read: (token, { path }) => removalRead(token, path.buyerId),
    async handle(request) {
      const { blockId } = request.body;
      // Before the change: one that is done is not to be answered with a failed read.
      const preventedBy = await deps.prevented.read(request.scope, [blockId]);
      const block = await restoreBlock(deps, request, blockId);
      return { status: 200, body: withPrevented(block, preventedBy(blockId)), shows: versionOf(block) };
    },
    versionOf: ({ removed }) => removed && { id: removed.block.blockId, revision: revisionAtEnd(removed.block) },
    async replay({ token, scope, path, outcome }) {
      const present = await deps.store.settled(token, path.buyerId);
      const { isErased } = await deps.store.marketplaceBuyer(token, path.buyerId);
      const block = restoredAnswer(outcome, { present, buyerIsErased: isErased });
      return { status: 200, body: await shownBlock(deps, scope, block), shows: versionOf(block) };
    },
  });
}
