import * as z from 'zod';
import type { Access } from '../../../shared/access/rules.ts';
import type { RouteContract } from '../../../shared/contracts/http/route-contract.ts';
import type { BoundRoute } from '../../../shared/http/http-stack.ts';
import { accessKey, profileKey } from '../../../shared/table/keys.ts';
import type { ReadPlan } from '../../../shared/table/read-plan.ts';
import type { WriteLimitStore } from '../../../shared/write-limit/store.ts';
import { buildAccess } from '../items/block-list.ts';
import { buildHttpEvent } from '../items/http-event.ts';
import type { HttpRequest } from '../items/http-event.ts';
import { buildContext } from '../items/lambda-context.ts';

/** Of a route that writes things. */
export const writingContract = {
  operationId: 'write',
  method: 'POST',
  path: '/v1/shops/{shopId}/things',
  summary: 'test',
  api: 'seller',
  pathParameters: z.object({ shopId: z.string() }),
  query: z.object({}),
  body: z.strictObject({ a: z.string(), b: z.string().optional() }),
  success: 200,
  errors: [],
  writes: true,
} as const satisfies RouteContract;

/** Takes every write. */
export const writeLimit: WriteLimitStore = { count: async () => ({ type: 'counted' }) };

/** What the routes read: a name. */
export const nameRead: ReadPlan<string | undefined> = {
  keys: [profileKey('b'), accessKey('s')],
  decode: (items) => items.get(profileKey('b'))?.['username'] as string | undefined,
};
export const accessIn = (state: Access['state'], revision = 1) => ({
  ...accessKey('s'),
  access: buildAccess({ state, revision }),
});

/** Asks a route alone, as an agent of shop `s`. */
export function caller(route: BoundRoute) {
  return (request: HttpRequest = {}) =>
    route.handle(
      buildHttpEvent({
        pathParameters: { shopId: 's' },
        claims: { sub: 'ann', shops: 's:agent' },
        body: { a: 'x' },
        ...request,
      }),
      buildContext(),
    );
}
