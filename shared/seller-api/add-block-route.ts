import { addBlock } from '../block-list/add-block.ts';
import { candidateRead } from '../block-list/candidate-store.ts';
import { addedBlock } from '../block-list/recorded-block.ts';
import { versionOf } from '../block-list/rules.ts';
import type { Block } from '../block-list/rules.ts';
import type { BlockListStore } from '../block-list/store.ts';
import { countMisses } from '../buyers/count-lookup.ts';
import type { LookupLimit } from '../buyers/count-lookup.ts';
import * as contract from '../contracts/http/block-list.ts';
import type { BoundRoute } from '../http/http-stack.ts';
import type { NewId, ShopId } from '../kernel/ids.ts';
import type { PreventedStore } from '../prevented/store.ts';
import { sellerWriteRoute } from './seller-write-route.ts';
import type { SellerWriteDeps } from './seller-write-route.ts';
import { shownBlock, shownNewBlock } from './shown-block.ts';

export interface BlockListDeps extends SellerWriteDeps {
  readonly store: BlockListStore;
  readonly newId: NewId;
  readonly lookupLimit: LookupLimit;
  readonly prevented: PreventedStore;
}

/** `POST` of the Block List. */
export function addBlockRoute(deps: BlockListDeps): BoundRoute {
  return sellerWriteRoute(deps, contract.addBlock, {
    read: (token, { body }) => candidateRead(token, body),
    async handle(request) {
      const { scope, now, body } = request;
      const block = await countMisses(deps.lookupLimit, scope, now, () => addBlock(deps, request, body));
      return created(block, scope.shopId, shownNewBlock(block));
    },
    async replay({ token, scope, body, outcome }) {
      const present = await deps.store.settled(token, body.buyerId);
      const { profile } = await deps.store.marketplaceBuyer(token, body.buyerId);
      const buyerIsErased = profile === undefined;
      const block = addedBlock(outcome, body, { present, buyerIsErased });
      return created(block, token.shopId, await shownBlock(deps, scope, block));
    },
  });
}

function created(block: Block, shopId: ShopId, body: object | undefined) {
  const location = `/v1/shops/${shopId}/blocks/${block.buyerId}`;
  return { status: 201, body, shows: versionOf(block), headers: { location } };
}
