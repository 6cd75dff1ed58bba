import { createActivityStore } from '../../../shared/activity/store.ts';
import { createWaiverBuyersStore } from '../../../shared/alerts/reading/waiver-buyers-store.ts';
import { createBlockListStore } from '../../../shared/block-list/store.ts';
import { createBeginStore } from '../../../shared/bulk-blocks/begin-store.ts';
import { createBulkLimitStore } from '../../../shared/bulk-blocks/limit-store.ts';
import { createLookupStore } from '../../../shared/buyers/lookup-store.ts';
import { httpStack } from '../../../shared/http/http-stack.ts';
import type { BoundRoute } from '../../../shared/http/http-stack.ts';
import type { Clock } from '../../../shared/kernel/clock.ts';
import { bulkBlocksRoute } from '../../../shared/seller-api/bulk-blocks-route.ts';
import { exportRoutes } from '../../../shared/seller-api/export-routes.ts';
import type { Table } from '../../../shared/table/client.ts';
import { createPlanReader } from '../../../shared/table/plan-reader.ts';
import { newUlid } from '../../../shared/table/ulid.ts';
import { createWaiverStore } from '../../../shared/waivers/store.ts';
import { buildHttpEvent } from '../items/http-event.ts';
import { buildContext } from '../items/lambda-context.ts';
import { newBlock } from './seller-api.ts';

/** Several blocks at once, as it is deployed, over a table. */
export function bulkOver(table: Table, clock: Clock): BoundRoute {
  return bulkBlocksRoute({
    reader: createPlanReader(table),
    clock,
    store: createBlockListStore(table),
    lookups: createLookupStore(table),
    limit: createBulkLimitStore(table),
    begin: createBeginStore(table),
    newId: newUlid,
  });
}

/** The exports as they are deployed, over a table. */
export function exportsOver(table: Table, clock: Clock): readonly BoundRoute[] {
  return exportRoutes({
    reader: createPlanReader(table),
    clock,
    blocks: createBlockListStore(table),
    waivers: createWaiverStore(table),
    waiverBuyers: createWaiverBuyersStore(table),
    activity: createActivityStore(table),
  });
}

export interface BulkRowAnswer {
  readonly row: number;
  readonly outcome: string;
  readonly buyerId?: string;
  readonly avatarUrl?: string;
  readonly block?: Readonly<Record<string, unknown>>;
  readonly errors?: readonly { readonly path: string; readonly message: string }[];
  readonly asked?: Readonly<Record<string, string>>;
}

export interface BulkAnswer {
  readonly status: number;
  readonly body: Readonly<Record<string, unknown>> & {
    readonly rows: readonly BulkRowAnswer[];
    readonly summary: Readonly<Record<string, number>>;
  };
}

interface Sent {
  readonly key?: string;
  readonly dryRun?: boolean;
  /** Of the function, as Lambda would tell it. */
  readonly remaining?: () => number;
}

/** One seller of a shop, with imports and exports. */
export function buildBulkSeller(table: Table, clock: Clock, shop: string, subject = 'ann', role = 'owner') {
  const bulk = httpStack([bulkOver(table, clock)]);
  const files = httpStack(exportsOver(table, clock));
  const claims = { sub: subject, shops: `${shop}:${role}`, scope: 'ssc/seller' };
  const common = { pathParameters: { shopId: shop }, claims };

  async function send(body: unknown, type: string, query: Record<string, string>, { key, remaining }: Sent) {
    const headers = { 'content-type': type, ...(key === undefined ? {} : { 'idempotency-key': key }) };
    const path = `/v1/shops/${shop}/blocks/bulk`;
    // Tests have no hurry, unless they are about it.
    const context = buildContext({ getRemainingTimeInMillis: remaining ?? (() => 900_000) });
    const event = buildHttpEvent({ ...common, method: 'POST', path, query, headers, body });
    const answer = await bulk(event, context);
    return { status: answer.statusCode ?? 200, body: JSON.parse(answer.body ?? '{}') } as BulkAnswer;
  }

  return {
    /** JSON, as a dry run or not. */
    json: (rows: unknown, sent: Sent = {}) =>
      send({ dryRun: sent.dryRun ?? false, rows }, 'application/json', {}, sent),
    /** Whatever body. */
    body: (body: unknown, sent: Sent = {}) => send(body, 'application/json', {}, sent),
    csv: (text: string, sent: Sent = {}) =>
      send(text, 'text/csv; charset=utf-8', sent.dryRun === undefined ? {} : { dryRun: String(sent.dryRun) }, sent),
    async export(what: 'blocks' | 'waivers' | 'activity', query: Record<string, string> = {}) {
      const path = `/v1/shops/${shop}/${what}/export`;
      const {
        statusCode,
        headers = {},
        body = '',
      } = await files(buildHttpEvent({ ...common, path, query }), buildContext());
      return { status: statusCode, headers, text: body };
    },
  };
}

/** A row for a buyer as `knowBuyer` makes them. */
export function rowOf(buyerId: string, overrides: object = {}) {
  return { username: `name-${buyerId}`, ...newBlock, ...overrides };
}
