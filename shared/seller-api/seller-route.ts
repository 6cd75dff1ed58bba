import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import type { Access } from '../access/rules.ts';
import { activeScope, type ShopScope, scopeOfToken, type TokenScope } from '../access/scope.ts';
import { toAccess } from '../access/store.ts';
import type { Clock, EpochMilliseconds } from '../kernel/clock.ts';
import { AppError, invalid } from '../kernel/errors.ts';
import { batchGet, type ItemsByKey } from '../table/batch-get.ts';
import type { Table } from '../table/client.ts';
import { readSettled } from '../table/settled-read.ts';
import { accessKey, type Key } from '../table/keys.ts';
import type { BoundRoute } from '../http/http-stack.ts';
import {
  assertSameRequest,
  type IdempotencyRecord,
  type IdempotentUse,
  idempotentUse,
  liveRecord,
} from '../idempotency/record.ts';
import { type ParsedRequest, parseRequest } from '../http/parse-request.ts';
import type { Reply, RouteContract } from '../contracts/http/route-contract.ts';

export interface LoadedRequest<Contract extends RouteContract> extends ParsedRequest<Contract> {
  /** What `preload` asked for, read in the same round trip as the access. */
  readonly loaded: ItemsByKey;
  readonly now: EpochMilliseconds;
}

export interface SellerRequest<Contract extends RouteContract> extends LoadedRequest<Contract> {
  readonly token: TokenScope;
  readonly scope: ShopScope;
  readonly access: Access;
  readonly idempotency?: IdempotentUse;
}

export interface SellerRouteOptions<Contract extends RouteContract> {
  /** Keys to read beside the access: one round trip for both. */
  readonly preload?: (scope: TokenScope, request: ParsedRequest<Contract>) => readonly Key[];
  /** Rebuilds the answer of a write that this key has already done. */
  readonly replay?: (record: IdempotencyRecord, request: LoadedRequest<Contract>) => Promise<Reply> | Reply;
  handle(request: SellerRequest<Contract>): Promise<Reply> | Reply;
}

/**
 * A seller's route. In this order: the token's shop and role (403 before anything is read), the
 * request's fields (400), then one read for idempotency record, access and whatever the
 * route preloads; the key's record answers first, then the shop's access.
 */
export function sellerRoute<Contract extends RouteContract>(
  deps: { readonly table: Table; readonly clock: Clock },
  contract: Contract,
  options: SellerRouteOptions<Contract>,
): BoundRoute {
  return {
    contract,
    async handle(event) {
      const token = authorise(contract, event);
      const parsed = parseRequest(contract, event);
      const use = contract.writes ? readIdempotency(token, contract, event, parsed) : undefined;
      const now = deps.clock.now();
      const keys = [accessKey(token.shopId), ...(use ? [use.key] : []), ...(options.preload?.(token, parsed) ?? [])];
      const loaded = await batchGet(deps.table, keys);

      const access = toAccess(loaded.get(accessKey(token.shopId)));
      const record = use && liveRecord(loaded.get(use.key), now);
      if (record) assertSameRequest(record, use);
      if (record && options.replay) return options.replay(record, { ...parsed, loaded, now });
      const scope = activeScope(token, access);
      if (!scope || !access) throw new AppError('access_not_active', 'This shop has no active access.');
      const request = { ...parsed, token, scope, access, loaded, now };
      if (!use || !options.replay) return options.handle(request);
      try {
        return await options.handle({ ...request, idempotency: use });
      } catch (error) {
        const concurrent = isRefusal(error) ? await recordOfConcurrentRequest(deps.table, use, now) : undefined;
        if (!concurrent) throw error;
        return options.replay(concurrent, { ...parsed, loaded: await batchGet(deps.table, keys), now });
      }
    },
  };
}

/** What may be the work of this very request, sent twice at once; the others say that nothing was done. */
function isRefusal(error: unknown): boolean {
  return error instanceof AppError && !['unavailable', 'validation_failed', 'too_many_requests'].includes(error.code);
}

/**
 * The record of another request with this key, which has succeeded meanwhile. A read of several items is no snapshot: it can
 * show what the other has done, and not its record yet. So a refusal asks for the record once more before it is told.
 */
async function recordOfConcurrentRequest(
  table: Table,
  use: IdempotentUse,
  now: EpochMilliseconds,
): Promise<IdempotencyRecord | undefined> {
  const [item] = await readSettled(table, [use.key]);
  const record = liveRecord(item, now);
  if (record) assertSameRequest(record, use);
  return record;
}

/**
 * The token's scope for the shop in the path.
 *
 * @throws AppError `unauthenticated` without claims, `forbidden` when the shop is not in the token or the role only reads.
 */
export function authorise(contract: RouteContract, event: APIGatewayProxyEventV2): TokenScope {
  const { authorizer } = event.requestContext as { authorizer?: { jwt?: { claims?: Record<string, unknown> } } };
  const claims = authorizer?.jwt?.claims;
  if (!claims) throw new AppError('unauthenticated', 'Send an access token.');
  const scope = scopeOfToken(claims, event.pathParameters?.['shopId'] ?? '');
  if (!scope) throw new AppError('forbidden', 'The token does not open this shop.');
  if (contract.writes && scope.role === 'viewer') throw new AppError('forbidden', 'A viewer only reads.');
  return scope;
}

function readIdempotency<Contract extends RouteContract>(
  scope: TokenScope,
  contract: Contract,
  event: APIGatewayProxyEventV2,
  parsed: ParsedRequest<Contract>,
): IdempotentUse | undefined {
  const key = event.headers['idempotency-key'];
  if (key === undefined) return undefined;
  if (key.length < 1 || key.length > 255) {
    throw invalid([{ path: 'header.Idempotency-Key', message: 'must have 1 to 255 characters' }]);
  }
  const { shopId, actor } = scope;
  const request = [contract.operationId, parsed.path, parsed.body ?? null];
  return idempotentUse({ shopId, seller: actor.id }, key, request);
}
