import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { rowsOfCsv } from '../bulk-blocks/csv-rows.ts';
import { bulkBlocks, bulkEnvelope, newBlockRow } from '../contracts/http/bulk-blocks.ts';
import { plainWords } from '../http/message-rules.ts';
import { bodyText, parseJsonBody, parseRequest, toFieldErrors } from '../http/parse-request.ts';
import { invalid } from '../kernel/errors.ts';
import type { FieldError } from '../kernel/errors.ts';
import type { RowToAdd } from './run-bulk-rows.ts';

/** A row as it came, and what it asks for or what is wrong with it. */
export type JudgedRow = { readonly raw: unknown } & (
  | { readonly type: 'right'; readonly row: RowToAdd }
  | { readonly type: 'wrong'; readonly errors: readonly FieldError[] }
);

export interface BulkRequest {
  readonly path: { readonly shopId: string };
  readonly dryRun: boolean;
  readonly rows: readonly JudgedRow[];
  readonly isCsv: boolean;
}

/** The contract, but for the rows: a wrong one is refused by itself. */
const looseContract = { ...bulkBlocks, body: bulkEnvelope };

/**
 * Several new blocks, as JSON or CSV.
 *
 * @throws AppError `payload_too_large`, `validation_failed` for what is wrong with the whole.
 */
export function readBulkRequest(event: APIGatewayProxyEventV2): BulkRequest {
  const isCsv = mediaTypeOf(event) === bulkBlocks.bodyAlsoAs;
  const { path, query, body } = parseRequest(looseContract, event, () => (isCsv ? csvBody(event) : jsonBody(event)));
  if (!isCsv && query.dryRun !== undefined)
    throw invalid([{ path: 'query.dryRun', message: 'goes with CSV alone: JSON says it in its body' }]);
  return { path, dryRun: body.dryRun, rows: body.rows.map(judge), isCsv };
}

function csvBody(event: APIGatewayProxyEventV2): unknown {
  const rows = rowsOfCsv(bodyText(event, bulkBlocks.largestBody));
  return { dryRun: event.queryStringParameters?.['dryRun'] === 'true', rows };
}

function jsonBody(event: APIGatewayProxyEventV2): unknown {
  return parseJsonBody(event, bulkBlocks.largestBody);
}

function mediaTypeOf({ headers }: APIGatewayProxyEventV2): string {
  const [type = ''] = (headers['content-type'] ?? '').split(';', 1);
  return type.trim().toLowerCase();
}

function judge(raw: unknown): JudgedRow {
  const result = newBlockRow.safeParse(raw, { error: plainWords });
  if (result.success) return { type: 'right', raw, row: result.data };
  const { details } = invalid(toFieldErrors(result.error, ''));
  return { type: 'wrong', raw, errors: details.errors ?? [] };
}
