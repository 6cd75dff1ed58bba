import { countMisses } from '../buyers/count-lookup.ts';
import type { LookupLimit } from '../buyers/count-lookup.ts';
import * as contract from '../contracts/http/exemptions.ts';
import { exemptCandidateRead, exemptionRead } from '../exemptions/candidate-store.ts';
import { exemptBuyer } from '../exemptions/exempt-buyer.ts';
import { toExemptionReply } from '../exemptions/items.ts';
import { exemptedBefore } from '../exemptions/recorded-exemption.ts';
import { removeExemption, standing } from '../exemptions/remove-exemption.ts';
import { versionOf } from '../exemptions/rules.ts';
import type { Exemption } from '../exemptions/rules.ts';
import type { ExemptionStore } from '../exemptions/store.ts';
import { fromCursor, toCursor } from '../http/cursor.ts';
import type { BoundRoute } from '../http/http-stack.ts';
import type { NewId, ShopId } from '../kernel/ids.ts';
import { nothingToRead } from '../table/read-plan.ts';
import { sellerRoute } from './seller-route.ts';
import { sellerWriteRoute } from './seller-write-route.ts';
import type { SellerWriteDeps } from './seller-write-route.ts';

export interface ExemptionDeps extends SellerWriteDeps {
  readonly store: ExemptionStore;
  readonly newId: NewId;
  readonly lookupLimit: LookupLimit;
}

/** The exempt list over HTTP: four routes. */
export function exemptionRoutes(deps: ExemptionDeps): readonly BoundRoute[] {
  return [exemptBuyerRoute(deps), listExemptionsRoute(deps), getExemptionRoute(deps), removeExemptionRoute(deps)];
}

function exemptBuyerRoute({ store, newId, lookupLimit, ...deps }: ExemptionDeps): BoundRoute {
  return sellerWriteRoute(deps, contract.exemptBuyer, {
    read: (token, { body }) => exemptCandidateRead(token, body.buyerId),
    async handle(request) {
      const { scope, now, body } = request;
      const attempt = () => exemptBuyer({ store, newId }, request, body);
      return created(await countMisses(lookupLimit, scope, now, attempt), scope.shopId);
    },
    async replay({ token, body, outcome }) {
      const present = await store.settled(token, body.buyerId);
      const { isErased: buyerIsErased } = await store.profileOf(token, body.buyerId);
      return created(exemptedBefore(outcome, body, { present, buyerIsErased }), token.shopId);
    },
  });
}

const listFields = ['exemptionId', 'buyerId'] as const;

function listExemptionsRoute({ store, ...deps }: ExemptionDeps): BoundRoute {
  return sellerRoute(deps, contract.listExemptions, {
    read: () => nothingToRead,
    async handle({ scope, query: { limit, cursor } }) {
      const after = fromCursor(scope.shopId, cursor, listFields);
      const { items, next } = await store.list(scope, { limit, after });
      const nextCursor = next && toCursor(scope.shopId, next);
      return { status: 200, body: { items: items.map(toExemptionReply), ...(nextCursor ? { nextCursor } : {}) } };
    },
  });
}

function getExemptionRoute(deps: ExemptionDeps): BoundRoute {
  return sellerRoute(deps, contract.getExemption, {
    read: (token, { path }) => exemptionRead(token, path.buyerId),
    handle: ({ loaded }) => ({ status: 200, ...shown(standing(loaded)) }),
  });
}

function removeExemptionRoute({ store, newId, ...deps }: ExemptionDeps): BoundRoute {
  return sellerWriteRoute(deps, contract.removeExemption, {
    read: (token, { path }) => exemptionRead(token, path.buyerId),
    async handle(request) {
      await removeExemption({ store, newId }, request);
      return { status: 204 };
    },
    versionOf: (exemption) => exemption && versionOf(exemption),
    async replay({ token, path }) {
      await store.settled(token, path.buyerId);
      return { status: 204 };
    },
  });
}

function created(exemption: Exemption, shopId: ShopId) {
  const location = `/v1/shops/${shopId}/exemptions/${exemption.buyerId}`;
  return { status: 201, ...shown(exemption), headers: { location } };
}

function shown(exemption: Exemption) {
  return { body: toExemptionReply(exemption), shows: versionOf(exemption) };
}
