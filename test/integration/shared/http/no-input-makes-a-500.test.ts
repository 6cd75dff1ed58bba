import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { createOpenApi } from '../../../../shared/http/openapi.ts';
import { allContracts } from '../../../../shared/public/routes.ts';
import { allRoutes } from '../../../builders/worlds/all-routes.ts';
import { buildClock } from '../../../builders/fakes/clock.ts';
import { departuresFrom } from '../../../builders/answers/described-answers.ts';
import type { DescribedApis, GivenAnswer } from '../../../builders/answers/described-answers.ts';
import { usualEngines } from '../../../builders/engines/engines.ts';
import { buildGate } from '../../../builders/worlds/gate-over-table.ts';
import { knowBuyers } from '../../../builders/items/known-buyer.ts';
import { buildApis, callRoute } from '../../../builders/worlds/seller-api.ts';
import type { Answer } from '../../../builders/worlds/seller-api.ts';
import { useTable } from '../../../builders/engines/table.ts';

const odd = [
  '__proto__',
  'constructor',
  '',
  ' ',
  '\u0000',
  '\ud800',
  '\udfff\ud800',
  'é',
  '😀'.repeat(200),
  'b0',
  'name-b0',
  '-1',
  '1e999',
  '{}',
  '#',
  'x'.repeat(70_000),
];
const text = fc.oneof(fc.constantFrom(...odd), fc.string({ unit: 'binary', maxLength: 300 }));
const anything = fc.oneof(
  text,
  fc.integer(),
  fc.double(),
  fc.boolean(),
  fc.constant(null),
  fc.array(text, { maxLength: 3 }),
  fc.object({ maxDepth: 2, key: text }),
);
/** Bodies that are nearly right reach deeper than those that are all wrong. */
const fields = {
  buyerId: 'b0',
  username: 'name-b0',
  reason: 'other',
  note: 'n',
  scope: 'linked_user_ids',
  duration: 'permanent',
  state: 'active',
  timeZone: 'UTC',
  quotas: { blocks: 5 },
  members: [{ subject: 's', role: 'owner' }],
  notify: { channel: 'email', address: 'a' },
};
const ann = { sub: 'ann', shops: 'shop:owner' };
const inPath = { shopId: 'shop', buyerId: 'b0', alertId: 'b0', orderId: 'b0', refundId: 'b0' };
const callerArn = 'arn:aws:sts::000000000000:assumed-role/ops/me';
const nearlyRight = fc
  .tuple(
    fc.subarray(Object.keys(fields)),
    fc.dictionary(fc.constantFrom(...Object.keys(fields), '__proto__', 'more'), anything, { maxKeys: 2 }),
  )
  .map(([kept, changes]) =>
    JSON.stringify({
      ...Object.fromEntries(Object.entries(fields).filter(([name]) => kept.includes(name))),
      ...changes,
    }),
  );
const request = fc.record({
  body: fc.option(
    fc.oneof(
      nearlyRight,
      anything.map((value) => JSON.stringify(value) ?? ''),
      text,
    ),
    { nil: undefined },
  ),
  isBase64Encoded: fc.boolean(),
  shopId: fc.oneof({ weight: 4, arbitrary: fc.constant('shop') }, text),
  buyerId: fc.oneof({ weight: 2, arbitrary: fc.constantFrom('b0', 'b1') }, text),
  query: fc.option(
    fc.dictionary(fc.constantFrom('limit', 'cursor', 'reason', 'username', 'orderId', 'days', '__proto__'), text, {
      maxKeys: 3,
    }),
    { nil: undefined },
  ),
  key: fc.option(text, { nil: undefined }),
  claims: fc.oneof(
    { weight: 4, arbitrary: fc.constant(ann) },
    fc.dictionary(fc.constantFrom('sub', 'shops'), anything),
    fc.constant(undefined),
  ),
});

const departures = departuresFrom(createOpenApi(allContracts) as DescribedApis);
const toGiven = ({ status, headers, body }: Answer): GivenAnswer => ({
  status,
  headers: headers as Readonly<Record<string, string>>,
  text: status === 204 ? '' : JSON.stringify(body),
});

describe.each(usualEngines())('any request at all on %s', (engine) => {
  const table = useTable(engine);
  const clock = buildClock();
  beforeEach(async () => {
    await buildApis(table, clock).ops.set('shop', { quotas: { newBlocksPerDay: 1000 } });
    await knowBuyers(table, 2, 'shop');
  });

  const routes = allRoutes(table, clock);

  it('is answered as the document says, and never with a 500', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...routes),
        request,
        async (route, { shopId, buyerId, key, claims, query, body, isBase64Encoded }) => {
          const { method, path } = route.contract;
          // One that the route does not know ends it before the others are read.
          const known = Object.entries(query ?? {}).filter(([name]) => Object.hasOwn(route.contract.query.shape, name));
          const answer = await callRoute(route, {
            method,
            path: path
              .replace('{shopId}', encodeURIComponent(shopId.toWellFormed()) || '-')
              .replace(/\{\w+\}/, encodeURIComponent(buyerId.toWellFormed()) || '-'),
            pathParameters: { shopId, buyerId, alertId: buyerId, orderId: buyerId, refundId: buyerId },
            callerArn,
            isBase64Encoded,
            ...(claims ? { claims } : {}),
            query: Object.fromEntries(known),
            ...(body === undefined ? {} : { body }),
            ...(key === undefined ? {} : { headers: { 'idempotency-key': key } }),
          });
          expect(answer.status, JSON.stringify(answer.body)).toBeLessThan(500);
          expect(departures(route.contract.operationId, toGiven(answer))).toEqual([]);
        },
      ),
      { numRuns: 400 },
    );
  });

  it('is refused for a parameter that its route does not know', async () => {
    for (const route of routes) {
      const { method, path } = route.contract;
      const { status, body } = await callRoute(route, {
        method,
        path: path.replace('{shopId}', 'shop').replace(/\{\w+\}/, 'b0'),
        pathParameters: inPath,
        callerArn,
        claims: ann,
        query: { stauts: 'open' },
        body: {},
      });
      expect({ status, body }, path).toMatchObject({ status: 400, body: { code: 'validation_failed' } });
      expect(body['errors'], path).toContainEqual({ path: 'query.stauts', message: 'is not a known parameter' });
    }
  });

  it('is answered by the gate with decisions or a named field', async () => {
    const gate = buildGate(table, clock);
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(text, text), { maxLength: 5 }), async (places) => {
        const reply = await gate.raw({ checks: places.map(([shopId, buyerId]) => ({ shopId, buyerId })) });
        expect('decisions' in reply || reply['code'] === 'validation_failed', JSON.stringify(reply)).toBe(true);
      }),
      { numRuns: 60 },
    );
  });
});
