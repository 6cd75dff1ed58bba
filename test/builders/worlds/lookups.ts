import type { LookupLimit } from '../../../shared/buyers/count-lookup.ts';
import { createLookupLimitStore } from '../../../shared/buyers/lookup-limit-store.ts';
import type { LookupMetrics } from '../../../shared/buyers/lookup-metrics.ts';
import { createLookupStore } from '../../../shared/buyers/lookup-store.ts';
import type { BoundRoute } from '../../../shared/http/http-stack.ts';
import type { Clock } from '../../../shared/kernel/clock.ts';
import { buyerRoutes } from '../../../shared/seller-api/buyer-routes.ts';
import { standingRoute } from '../../../shared/seller-api/standing-route.ts';
import { createStandingStore } from '../../../shared/standing/store.ts';
import type { Table } from '../../../shared/table/client.ts';
import { createPlanReader } from '../../../shared/table/plan-reader.ts';

/** For whom the count of refused lookups does not matter. */
const unheard: LookupMetrics = { refused: () => undefined };

/** The limit of lookups over a table. */
export function lookupLimitOver(table: Table, metrics: LookupMetrics = unheard): LookupLimit {
  return { store: createLookupLimitStore(table), metrics };
}

/** The buyers' routes as they are deployed, over a table. */
export function buyersOver(table: Table, clock: Clock, metrics?: LookupMetrics): readonly BoundRoute[] {
  const deps = { reader: createPlanReader(table), clock, lookupLimit: lookupLimitOver(table, metrics) };
  const strongEvidence = new Set(['payment_instrument']);
  return [
    ...buyerRoutes({ ...deps, strongEvidence, store: createLookupStore(table) }),
    standingRoute({ ...deps, standing: createStandingStore(table) }),
  ];
}

/** One of them: the lookup, a buyer's page, or their standing. */
export function buyerRouteOver(
  operationId: 'findBuyer' | 'readBuyer' | 'readStanding',
  ...over: Parameters<typeof buyersOver>
): BoundRoute {
  const route = buyersOver(...over).find(({ contract }) => contract.operationId === operationId);
  if (!route) throw new Error(`There is no route ${operationId}.`);
  return route;
}
