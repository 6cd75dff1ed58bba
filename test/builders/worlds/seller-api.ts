import { createWriteLimitStore } from '../../../shared/write-limit/store.ts';
import { accessNoticeRoute } from '../../../shared/admin/access-notice-route.ts';
import { adminRoutes } from '../../../shared/admin/access-routes.ts';
import { complaintRoutes } from '../../../shared/admin/complaint-routes.ts';
import { createComplaintStore } from '../../../shared/complaints/store.ts';
import { fileComplaintRoute } from '../../../shared/seller-api/complaint-route.ts';
import { readAccessRoute } from '../../../shared/seller-api/access-route.ts';
import { createAccessStore } from '../../../shared/access/store.ts';
import { blockListRoutes } from '../../../shared/seller-api/block-list-routes.ts';
import { createBlockListStore } from '../../../shared/block-list/store.ts';
import { exemptionRoutes } from '../../../shared/seller-api/exemption-routes.ts';
import { createExemptionStore } from '../../../shared/exemptions/store.ts';
import { httpStack } from '../../../shared/http/http-stack.ts';
import type { BoundRoute } from '../../../shared/http/http-stack.ts';
import { createNoticeRequestStore } from '../../../shared/notifications/notice-request-store.ts';
import type { Clock } from '../../../shared/kernel/clock.ts';
import type { Table } from '../../../shared/table/client.ts';
import { createPreventedStore } from '../../../shared/prevented/store.ts';
import { createPlanReader } from '../../../shared/table/plan-reader.ts';
import { newUlid } from '../../../shared/table/ulid.ts';
import { buildHttpEvent } from '../items/http-event.ts';
import type { HttpRequest } from '../items/http-event.ts';
import { buildContext } from '../items/lambda-context.ts';
import { lookupLimitOver } from './lookups.ts';

export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly body: Readonly<Record<string, unknown>>;
}
type Handler = ReturnType<typeof httpStack>;

export const newBlock = { reason: 'order_abuse', scope: 'user_id_only', duration: '90_days' } as const;

/** The functions of both APIs as they are deployed, over one table and a clock of the test's. */
export function buildApis(table: Table, clock: Clock) {
  const deps = { reader: createPlanReader(table), clock };
  const writing = {
    ...deps,
    newId: newUlid,
    lookupLimit: lookupLimitOver(table),
    writeLimit: createWriteLimitStore(table),
  };
  const prevented = createPreventedStore(table);
  // Two functions, as one: routes of other names never meet.
  const blocks = httpStack([
    ...blockListRoutes({ ...writing, prevented, store: createBlockListStore(table) }),
    ...exemptionRoutes({ ...writing, store: createExemptionStore(table) }),
  ]);
  const complaints = createComplaintStore(table);
  const access = httpStack([
    readAccessRoute(deps),
    fileComplaintRoute({ ...deps, store: complaints, newId: newUlid, writeLimit: createWriteLimitStore(table) }),
  ]);
  const adminDeps = { store: createAccessStore(table), clock, newId: newUlid };
  const requests = createNoticeRequestStore(table);
  const admin = httpStack([
    ...adminRoutes(adminDeps),
    accessNoticeRoute({ ...adminDeps, requests }),
    ...complaintRoutes({ ...adminDeps, complaints }),
  ]);
  return {
    seller: (shop: string, token: SellerToken = {}) => buildSeller(blocks, access, shop, token),
    ops: buildOps(admin),
  };
}

/** One route alone, as a function of its own. */
export function callRoute(route: BoundRoute, request: HttpRequest): Promise<Answer> {
  return ask(httpStack([route]), request);
}

/** What a function answers to a request; a body that is absent is `{}`, and a file is its `text`. */
export async function ask(handler: Handler, request: HttpRequest): Promise<Answer> {
  const { statusCode, headers, body } = await handler(buildHttpEvent(request), buildContext());
  return {
    status: statusCode ?? 200,
    headers: headers ?? {},
    body: isFile(headers) ? { text: body } : (JSON.parse(body ?? '{}') as Answer['body']),
  };
}

function isFile(headers: Readonly<Record<string, unknown>> = {}): boolean {
  return String(headers['content-type']).startsWith('text/csv');
}

interface SellerToken {
  readonly subject?: string;
  readonly role?: string;
  /** The shops of the token, when it is not just this one. */
  readonly shops?: string;
}

function buildSeller(
  blocks: Handler,
  access: Handler,
  shop: string,
  { subject = 'ann', role = 'owner', shops = `${shop}:${role}` }: SellerToken,
) {
  const call = (
    handler: Handler,
    method: string,
    rest: string,
    {
      body,
      key,
      query,
      buyerId,
      headers,
    }: {
      body?: unknown;
      key?: string | undefined;
      query?: Record<string, string>;
      buyerId?: string;
      headers?: Record<string, string>;
    } = {},
  ) =>
    ask(handler, {
      method,
      path: `/v1/shops/${encodeURIComponent(shop)}/${rest}`,
      pathParameters: { shopId: shop, ...(buyerId === undefined ? {} : { buyerId }) },
      claims: { sub: subject, shops, scope: 'ssc/seller' },
      headers: { ...(key === undefined ? {} : { 'idempotency-key': key }), ...headers },
      ...(query ? { query } : {}),
      ...(body === undefined ? {} : { body }),
    });
  const one = (buyerId: string) => `blocks/${encodeURIComponent(buyerId)}`;
  const exemption = (buyerId: string) => `exemptions/${encodeURIComponent(buyerId)}`;
  return {
    access: (headers: Record<string, string> = {}) => call(access, 'GET', 'access', { headers }),
    complain: (body: unknown = { text: 'We did nothing wrong.' }, key?: string) =>
      call(access, 'POST', 'access/complaint', { body, key }),
    /** Blocks a buyer whose username is `name-<buyerId>`, unless told otherwise. */
    add: (buyerId: string, overrides: object = {}, key?: string) =>
      call(blocks, 'POST', 'blocks', {
        body: { buyerId, username: `name-${buyerId}`, ...newBlock, ...overrides },
        key,
      }),
    /** Exempts a buyer whose username is `name-<buyerId>`, unless told otherwise. */
    exempt: (buyerId: string, overrides: object = {}, key?: string) =>
      call(blocks, 'POST', 'exemptions', { body: { buyerId, username: `name-${buyerId}`, ...overrides }, key }),
    exemptions: (query: Record<string, string> = {}) => call(blocks, 'GET', 'exemptions', { query }),
    exemption: (buyerId: string, headers: Record<string, string> = {}) =>
      call(blocks, 'GET', exemption(buyerId), { buyerId, headers }),
    endExemption: (buyerId: string, key?: string, headers: Record<string, string> = {}) =>
      call(blocks, 'DELETE', exemption(buyerId), { buyerId, key, headers }),
    list: (query: Record<string, string> = {}) => call(blocks, 'GET', 'blocks', { query }),
    get: (buyerId: string, headers: Record<string, string> = {}) =>
      call(blocks, 'GET', one(buyerId), { buyerId, headers }),
    extend: (buyerId: string, body: object, key?: string, headers: Record<string, string> = {}) =>
      call(blocks, 'PATCH', one(buyerId), { buyerId, body, key, headers }),
    remove: (buyerId: string, key?: string, headers: Record<string, string> = {}) =>
      call(blocks, 'DELETE', one(buyerId), { buyerId, key, headers }),
    restore: (buyerId: string, blockId: unknown, key?: string, headers: Record<string, string> = {}) =>
      call(blocks, 'POST', `${one(buyerId)}/restore`, { buyerId, body: { blockId }, key, headers }),
  };
}

function buildOps(admin: Handler) {
  const callerArn = 'arn:aws:sts::000000000000:assumed-role/ssc-local-ops/tests';
  const call = (method: string, path: string, rest: object = {}) => ask(admin, { method, path, callerArn, ...rest });
  const shop = (shopId: string) => ({
    path: `/v1/admin/shops/${encodeURIComponent(shopId)}/access`,
    pathParameters: { shopId },
  });
  return {
    set: (shopId: string, body: unknown = {}, headers: Record<string, string> = {}) =>
      call('PUT', shop(shopId).path, {
        ...shop(shopId),
        headers,
        body: typeof body === 'object' && body ? { state: 'active', timeZone: 'UTC', ...body } : body,
      }),
    show: (shopId: string, headers: Record<string, string> = {}) =>
      call('GET', shop(shopId).path, { ...shop(shopId), headers }),
    tellAgain: (shopId: string, noticeId: string) =>
      call('PUT', `${shop(shopId).path}/notices/${noticeId}`, { pathParameters: { shopId, noticeId } }),
    list: (query: Record<string, string> = {}) => call('GET', '/v1/admin/shops', { query }),
    complaints: (query: Record<string, string> = {}) => call('GET', '/v1/admin/complaints', { query }),
    decide: (complaintId: string, body: unknown) =>
      call('POST', `/v1/admin/complaints/${complaintId}/decision`, { pathParameters: { complaintId }, body }),
  };
}
