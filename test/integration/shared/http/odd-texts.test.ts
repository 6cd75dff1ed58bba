import { beforeEach, describe, expect, it } from 'vitest';
import type { BoundRoute } from '../../../../shared/http/http-stack.ts';
import { allContracts } from '../../../../shared/public/routes.ts';
import { allRoutes } from '../../../builders/worlds/all-routes.ts';
import { buildClock } from '../../../builders/fakes/clock.ts';
import { usualEngines } from '../../../builders/engines/engines.ts';
import type { HttpRequest } from '../../../builders/items/http-event.ts';
import { knowBuyers } from '../../../builders/items/known-buyer.ts';
import { buildApis, callRoute } from '../../../builders/worlds/seller-api.ts';
import { useTable } from '../../../builders/engines/table.ts';
import { textFields, withText } from '../../../builders/items/text-fields.ts';

/** A body of each route that takes one, with all its fields, so that one text after the other can be wrong in it. */
const bodies: Readonly<Record<string, object>> = {
  addBlock: {
    ...{ buyerId: 'b0', username: 'name-b0', reason: 'other', note: 'n' },
    ...{ scope: 'linked_user_ids', duration: 'permanent', alertId: 'a' },
  },
  // Its rows are judged by themselves, in an answer that succeeds: their texts are looked at there.
  bulkBlocks: {
    dryRun: true,
    rows: [{ username: 'name-b0', reason: 'other', note: 'n', scope: 'user_id_only', duration: 'permanent' }],
  },
  updateBlock: { duration: 'permanent', reason: 'other', note: 'n' },
  cancelOrder: { reason: 'other' },
  rejectRefund: { reason: 'other' },
  dismissAlert: { verdict: 'accepted_risk' },
  liftBlock: { agent: 'a', reason: 'r', blockId: 'b' },
  changeAccess: {
    ...{
      state: 'terminated',
      reasonCode: 'other',
      text: 't',
      timeZone: 'UTC',
      quotas: { blocks: 5, newBlocksPerDay: 1000 },
      reason: 'r',
    },
    ...{ members: [{ subject: 's', role: 'owner' }], notify: { channel: 'seller_center_message', address: 'a' } },
  },
  exemptBuyer: { buyerId: 'b0', username: 'name-b0', note: 'n' },
  restoreBlock: { blockId: 'b' },
  setMembers: { members: [{ subject: 's', role: 'agent' }] },
  setNotificationSettings: { quietHours: { from: '22:00', to: '07:00' } },
  upholdBlock: { agent: 'a', blockId: 'b' },
  fileComplaint: { text: 't' },
  decideComplaint: { outcome: 'rejected', text: 't' },
};
/** The gate has a parser of its own, and its own tests of that. */
const gate = 'decideChecks';
const inPath = { shopId: 'shop', buyerId: 'b0', alertId: 'b0', orderId: 'b0', refundId: 'b0', complaintId: 'b0' };
const callerArn = 'arn:aws:sts::000000000000:assumed-role/ops/me';
const ann = { sub: 'ann', shops: 'shop:owner' };

describe.each(usualEngines())('a request with one text wrong in it on %s', (engine) => {
  const table = useTable(engine);
  const clock = buildClock();
  beforeEach(async () => {
    await buildApis(table, clock).ops.set('shop', { quotas: { newBlocksPerDay: 1000 } });
    await knowBuyers(table, 1, 'shop');
  });
  const routes = allRoutes(table, clock);
  const withBody = routes.filter(({ contract }) => contract.body);
  const call = (route: BoundRoute, request: HttpRequest) => {
    const { method, path } = route.contract;
    const filled = path.replace('{shopId}', 'shop').replace(/\{\w+\}/, 'b0');
    return callRoute(route, { method, path: filled, pathParameters: inPath, callerArn, claims: ann, ...request });
  };

  it('is of every route that takes a body', () => {
    const taking = allContracts.filter(({ body }) => body).map(({ operationId }) => operationId);
    expect([...withBody.map(({ contract }) => contract.operationId), gate].toSorted()).toEqual(taking.toSorted());
    for (const { contract } of withBody)
      expect(
        contract.body?.safeParse(bodies[contract.operationId]).error?.issues,
        contract.operationId,
      ).toBeUndefined();
  });

  it('names the field whose text is ill-formed, and takes no other odd one for a failure of its own', async () => {
    for (const route of withBody) {
      const { operationId, body } = route.contract;
      for (const path of textFields(body)) {
        for (const odd of ['\ud800', 'a\udfff', '\u0000', '\r\n', '\ufffe']) {
          const answer = await call(route, { body: withText(bodies[operationId], path, odd) });
          const where = `${operationId} ${path.join('.')} ${JSON.stringify(odd)}`;
          expect(answer.status, where).toBeLessThan(500);
          if (odd.isWellFormed() || operationId === 'bulkBlocks') continue;
          expect(answer, where).toMatchObject({ status: 400, body: { errors: [{ path: path.join('.') }] } });
        }
      }
    }
  });

  it('is no failure in a query, a key or a claim either', async () => {
    for (const route of routes) {
      const body = bodies[route.contract.operationId];
      const requests: readonly HttpRequest[] = [
        ...Object.keys(route.contract.query.shape).map((name) => ({ query: { [name]: '\ud800' } })),
        { headers: { 'idempotency-key': '\ud800' } },
        ...[{ sub: '\ud800' }, { shops: '\ud800 shop:owner' }].map((claim) => ({ claims: { ...ann, ...claim } })),
      ];
      for (const request of requests) {
        const answer = await call(route, { ...(body ? { body } : {}), ...request });
        expect(answer.status, `${route.contract.operationId} ${JSON.stringify(request)}`).toBeLessThan(500);
        if (route.contract.api === 'seller' && request.claims?.['sub'] === '\ud800') expect(answer.status).toBe(403);
      }
    }
  });
});
