import { platformScope } from '../access/scope.ts';
import { fromCursor, toCursor } from '../http/cursor.ts';
import type { BoundRoute } from '../http/http-stack.ts';
import { parseRequest } from '../http/parse-request.ts';
import { sellerRoute } from '../http/seller-route.ts';
import type { Clock } from '../kernel/clock.ts';
import type { Table } from '../table/client.ts';
import * as contract from './contract.ts';
import { toWaiverReply } from './reply.ts';
import type { WaiverStore } from './store.ts';

const cursorFields = ['createdAt', 'subjectType', 'subjectId'] as const;

/** The shop's waivers, for its sellers. */
export function listWaiversRoute(deps: {
  readonly table: Table;
  readonly clock: Clock;
  readonly store: WaiverStore;
}): BoundRoute {
  return sellerRoute(deps, contract.listWaivers, {
    async handle({ scope, query, now }) {
      const after = fromCursor(scope.shopId, query.cursor, cursorFields);
      const { waivers, next } = await deps.store.list(scope, { limit: query.limit, after, now });
      const nextCursor = next && toCursor(scope.shopId, next);
      return { status: 200, body: { items: waivers.map(toWaiverReply), ...(nextCursor ? { nextCursor } : {}) } };
    },
  });
}

/**
 * The performance service's question, before it counts a cancellation or rejection. IAM has let it in, for any shop; a
 * waiver outlasts the shop's access.
 */
export function checkWaiverRoute({ store }: { readonly store: WaiverStore }): BoundRoute {
  return {
    contract: contract.checkWaiver,
    async handle(event) {
      const { query } = parseRequest(contract.checkWaiver, event);
      const { shopId, ...subject } = query;
      const waiver = await store.read(platformScope(shopId, 'performance-service'), subject);
      const status = waiver?.status ?? 'none';
      return {
        status: 200,
        body: {
          shopId,
          ...subject,
          waived: status === 'granted',
          status,
          ...(waiver ? { waiver: toWaiverReply(waiver) } : {}),
        },
      };
    },
  };
}
