import type { Access } from '../access/rules.ts';
import type { ShopScope, TokenScope } from '../access/scope.ts';
import { toBlockReply } from '../block-list/items.ts';
import type { BeginStore } from '../bulk-blocks/begin-store.ts';
import { countRows } from '../bulk-blocks/count-rows.ts';
import { dryRun, groundRead } from '../bulk-blocks/dry-run.ts';
import type { BulkLimitStore } from '../bulk-blocks/limit-store.ts';
import { resolveRows } from '../bulk-blocks/resolve-rows.ts';
import { leftOut } from '../bulk-blocks/row-refusal.ts';
import { summaryOf } from '../bulk-blocks/rules.ts';
import type { RowResult } from '../bulk-blocks/rules.ts';
import { bulkBlocks } from '../contracts/http/bulk-blocks.ts';
import type { BoundRoute } from '../http/http-stack.ts';
import { outcomeFor } from '../idempotency/perform-once.ts';
import { recordRead } from '../idempotency/record.ts';
import type { IdempotentUse } from '../idempotency/record.ts';
import type { EpochMilliseconds } from '../kernel/clock.ts';
import { AppError } from '../kernel/errors.ts';
import { readBulkRequest } from './bulk-body.ts';
import type { BulkRequest, JudgedRow } from './bulk-body.ts';
import { runRows } from './run-bulk-rows.ts';
import type { BulkRunDeps, RowToAdd } from './run-bulk-rows.ts';
import { admit, authorise, planOf } from './seller-route.ts';
import type { SellerDeps } from './seller-route.ts';
import { useOfKey } from './seller-write-route.ts';

export interface BulkDeps extends SellerDeps, BulkRunDeps {
  readonly limit: BulkLimitStore;
  readonly begin: BeginStore;
}

/** The longest that a row can take: none is begun later before the function's end, which comes before API Gateway's. */
const longestRow = 12_000;

/** Several blocks at once. It counts by rows, in place of lookups and writes. */
export function bulkBlocksRoute(deps: BulkDeps): BoundRoute {
  return {
    contract: bulkBlocks,
    async handle(event, context) {
      const isOver = (): boolean => context.getRemainingTimeInMillis() < longestRow;
      const token = authorise(bulkBlocks, event);
      const request = readBulkRequest(event);
      const rows = request.rows.map(({ raw }) => raw);
      const use = useOfKey(token, bulkBlocks, event, { path: request.path, body: rows });
      const now = deps.clock.now();
      await countRows(deps.limit, token, rows.length, now);
      const { access, scope, isBegun } = await open(deps, token, use, now);
      const right = rightRows(request.rows);
      const work = { token, scope, access, now, use, rows: right, isOver };
      if (!request.dryRun && use && !isBegun) await begin(deps, work, use);
      const results = request.dryRun ? await tryRows(deps, work) : await runRows(deps, work);
      return { status: 200, body: replyOf(request, results) };
    },
  };
}

interface BulkWork {
  readonly token: TokenScope;
  readonly scope: ShopScope;
  readonly access: Access;
  readonly now: EpochMilliseconds;
  readonly use: IdempotentUse | undefined;
  readonly rows: ReadonlyMap<number, RowToAdd>;
  readonly isOver: () => boolean;
}

/** The access first, and then whether the key belongs to another request. */
async function open({ reader }: BulkDeps, token: TokenScope, use: IdempotentUse | undefined, now: EpochMilliseconds) {
  const { access, loaded } = await reader.read(planOf(token, recordRead(use, now)));
  const admitted = admit(token, access);
  return { ...admitted, isBegun: outcomeFor(use, loaded) !== undefined };
}

async function begin(deps: BulkDeps, { token, scope, now }: BulkWork, use: IdempotentUse): Promise<void> {
  if (await deps.begin.begin(scope, use, now)) return;
  // Sent twice at once: the other one was quicker, or has other rows.
  if (!(await open(deps, token, use, now)).isBegun)
    throw new AppError('unavailable', 'The Idempotency-Key is in use. Try again with it.');
}

async function tryRows(deps: BulkDeps, work: BulkWork): Promise<ReadonlyMap<number, RowResult>> {
  const { token, scope, access, now, isOver } = work;
  const rows = [...work.rows];
  const resolved = await resolveRows(
    deps.lookups,
    scope,
    rows.map(([, row]) => row),
    isOver,
  );
  const results = new Map<number, RowResult>();
  const wanted = rows.flatMap(([at, row], index) => {
    const found = resolved[index];
    if (found?.type === 'buyer') return [{ at, buyer: found.buyer, block: { ...row, buyerId: found.buyer.buyerId } }];
    results.set(at, found?.result ?? leftOut);
    return [];
  });
  const ground = await deps.reader.read(groundRead(token, wanted));
  const decided = dryRun(access, wanted, ground, now);
  for (const [index, { at }] of wanted.entries()) results.set(at, decided[index] ?? leftOut);
  return cutOff(results);
}

/** What stands behind a row that was left out depends on it, as in a run. */
function cutOff(results: ReadonlyMap<number, RowResult>): ReadonlyMap<number, RowResult> {
  let isCutOff = false;
  return new Map(
    [...results]
      .toSorted(([one], [other]) => one - other)
      .map(([at, result]) => {
        isCutOff ||= result.outcome === 'unavailable';
        return [at, isCutOff ? leftOut : result];
      }),
  );
}

function rightRows(rows: readonly JudgedRow[]): ReadonlyMap<number, RowToAdd> {
  return new Map(rows.flatMap((one, at) => (one.type === 'right' ? [[at, one.row] as const] : [])));
}

function replyOf({ rows, isCsv, dryRun: isDryRun }: BulkRequest, results: ReadonlyMap<number, RowResult>) {
  const all = rows.map((row, at) => resultOf(row, results.get(at)));
  return {
    rows: all.map(({ block, ...result }, at) => ({
      row: at + 1,
      ...result,
      block: block && toBlockReply(block),
      asked: isCsv ? rows[at]?.raw : undefined,
    })),
    summary: summaryOf(all, isDryRun),
  };
}

function resultOf(row: JudgedRow, result: RowResult | undefined): RowResult {
  return row.type === 'wrong' ? { outcome: 'validation_failed', errors: row.errors } : (result ?? leftOut);
}
