import { activityRoute } from '../../../shared/seller-api/activity-routes.ts';
import { createActivityStore } from '../../../shared/activity/store.ts';
import { createRemovedBlockStore } from '../../../shared/block-list/removed-store.ts';
import { httpStack } from '../../../shared/http/http-stack.ts';
import type { Clock } from '../../../shared/kernel/clock.ts';
import { supportRoutes } from '../../../shared/support/routes.ts';
import { createSupportStore } from '../../../shared/support/store.ts';
import { upholdRoute } from '../../../shared/support/uphold-route.ts';
import { createUpheldStore } from '../../../shared/support/upheld-store.ts';
import { createPlanReader } from '../../../shared/table/plan-reader.ts';
import type { Table } from '../../../shared/table/client.ts';
import { newUlid } from '../../../shared/table/ulid.ts';
import { ask, callRoute } from './seller-api.ts';

/** Customer support's function as it is deployed, over one table and a clock of the test's; and what sellers then read. */
export function buildSupportApi(table: Table, clock: Clock) {
  const deps = { store: createSupportStore(table), upheld: createUpheldStore(table), clock, newId: newUlid };
  const handler = httpStack([...supportRoutes(deps), upholdRoute(deps)]);
  const callerArn = 'arn:aws:sts::000000000000:assumed-role/ssc-local-support/tests';
  return {
    blocks: (buyerId: string, query: Record<string, string> = {}) =>
      ask(handler, { callerArn, path: `/v1/support/buyers/${buyerId}/blocks`, pathParameters: { buyerId }, query }),
    /** As agent `agent-7`, because `appeal upheld`, unless told otherwise. */
    lift: (shopId: string, buyerId: string, body: object = {}) =>
      ask(handler, {
        callerArn,
        method: 'DELETE',
        path: `/v1/support/shops/${shopId}/blocks/${buyerId}`,
        pathParameters: { shopId, buyerId },
        body: { agent: 'agent-7', reason: 'appeal upheld', ...body },
      }),
    /** As agent `agent-7`, unless told otherwise. */
    uphold: (shopId: string, buyerId: string, body: object = {}) =>
      ask(handler, {
        callerArn,
        method: 'POST',
        path: `/v1/support/shops/${shopId}/blocks/${buyerId}/uphold`,
        pathParameters: { shopId, buyerId },
        body: { agent: 'agent-7', ...body },
      }),
    /** All that is asked for in the query. */
    liftByQuery: (shopId: string, buyerId: string, query: Readonly<Record<string, string>>) =>
      ask(handler, {
        callerArn,
        method: 'DELETE',
        path: `/v1/support/shops/${shopId}/blocks/${buyerId}`,
        pathParameters: { shopId, buyerId },
        query,
      }),
    /** The shop's activity, as its owner reads it. */
    async activity(shopId: string): Promise<readonly Readonly<Record<string, unknown>>[]> {
      const { body } = await callRoute(
        activityRoute({
          reader: createPlanReader(table),
          clock,
          store: createActivityStore(table),
          removed: createRemovedBlockStore(table),
        }),
        {
          path: `/v1/shops/${shopId}/activity`,
          pathParameters: { shopId },
          claims: { sub: 'ann', shops: `${shopId}:owner`, scope: 'ssc/seller' },
        },
      );
      return body['items'] as readonly Readonly<Record<string, unknown>>[];
    },
  };
}
