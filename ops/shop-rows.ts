import type * as z from 'zod';
import { changeAccess } from '../shared/contracts/http/access.ts';
import type { CsvRecord } from './csv.ts';
import { parseCsv } from './csv.ts';
import { counted } from './counted.ts';
import { OpsError } from './ops-error.ts';

/** What the admin route takes. */
export type AccessWish = z.input<typeof changeAccess.body>;

/** One shop of the file, as the admin route will take it. */
export interface ShopRow {
  readonly line: number;
  readonly shopId: string;
  readonly wish: AccessWish;
}

export interface RowProblem {
  readonly line: number;
  /** A column; `row` where it is about all of them. */
  readonly field: string;
  readonly message: string;
}

const columns = [
  'shopId',
  'timeZone',
  'state',
  'reason',
  'reasonCode',
  'text',
  'blocks',
  'newBlocksPerDay',
  'members',
  'notifyChannel',
  'notifyAddress',
] as const;
type Column = (typeof columns)[number];
const needed: readonly Column[] = ['shopId', 'timeZone'];

/**
 * The shops of a CSV file, and what is wrong with the rows that are none, by the same schema as the route's.
 *
 * @throws OpsError when the header is none: then no row can be read.
 */
export function readShopRows(
  file: string,
  text: string,
): { readonly rows: readonly ShopRow[]; readonly problems: readonly RowProblem[]; readonly total: number } {
  const [header, ...records] = parseCsv(text);
  const order = readHeader(file, header);
  const rows: ShopRow[] = [];
  const problems: RowProblem[] = [];
  const lines = new Map<string, number>();
  for (const record of records) {
    const outcome = readRow(record, order);
    if ('problems' in outcome) problems.push(...outcome.problems);
    const { shopId } = outcome;
    // Also when the earlier row is wrong: which of the two was meant, nobody can tell.
    const earlier = shopId === undefined ? undefined : lines.get(shopId);
    if (shopId !== undefined && earlier === undefined) lines.set(shopId, record.line);
    if (earlier !== undefined)
      problems.push({ line: record.line, field: 'shopId', message: `is the shop of line ${earlier} already` });
    else if ('row' in outcome) rows.push(outcome.row);
  }
  return { rows, problems, total: records.length };
}

function readHeader(file: string, header: CsvRecord | undefined): readonly Column[] {
  const wrong = (what: string) =>
    new OpsError(
      `${file}: ${what}. The first line names the columns: ${columns.join(', ')}; ${needed.join(' and ')} must be there.`,
    );
  if (!header || header.problem !== undefined) throw wrong(header?.problem ?? 'is empty');
  const unknown = header.cells.find((cell) => !columns.some((column) => column === cell));
  if (unknown !== undefined) throw wrong(`"${unknown}" is no column`);
  const repeated = header.cells.find((cell, index) => header.cells.indexOf(cell) !== index);
  if (repeated !== undefined) throw wrong(`the column ${repeated} is there twice`);
  const missing = needed.find((column) => !header.cells.includes(column));
  if (missing !== undefined) throw wrong(`the column ${missing} is missing`);
  return header.cells as Column[];
}

type RowOutcome = { readonly shopId?: string } & (
  | { readonly row: ShopRow }
  | { readonly problems: readonly RowProblem[] }
);

function readRow({ line, cells, problem }: CsvRecord, order: readonly Column[]): RowOutcome {
  const wholeRow = (message: string) => ({ problems: [{ line, field: 'row', message }] });
  if (problem !== undefined) return wholeRow(problem);
  if (cells.length !== order.length)
    return wholeRow(`has ${counted(cells.length, 'cell')} where the header has ${order.length}`);
  const cell = (column: Column): string | undefined => cells[order.indexOf(column)] || undefined;

  const shopId = changeAccess.pathParameters.shape.shopId.safeParse(cell('shopId') ?? '');
  const wish = changeAccess.body.safeParse(toWish(cell));
  if (shopId.success && wish.success)
    return { shopId: shopId.data, row: { line, shopId: shopId.data, wish: wish.data } };
  return {
    ...(shopId.success ? { shopId: shopId.data } : {}),
    problems: [
      ...(shopId.success ? [] : shopId.error.issues.map(({ message }) => ({ line, field: 'shopId', message }))),
      ...(wish.success ? [] : wish.error.issues.map((issue) => ({ line, ...columnOf(issue) }))),
    ],
  };
}

/** Cells as the body that they stand for; what is empty is left out, which leaves the shop's own (its members, too), and what is no number stays a text for the schema to refuse. */
function toWish(cell: (column: Column) => string | undefined): Record<string, unknown> {
  const number = (text: string | undefined) => (text !== undefined && /^\d{1,9}$/.test(text) ? Number(text) : text);
  const [blocks, newBlocksPerDay] = [number(cell('blocks')), number(cell('newBlocksPerDay'))];
  const [members, channel, address] = [cell('members'), cell('notifyChannel'), cell('notifyAddress')];
  const given = (fields: Readonly<Record<string, unknown>>): Record<string, unknown> =>
    Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
  const quotas = given({ blocks, newBlocksPerDay });
  const notify = given({ channel, address });
  return given({
    state: cell('state') ?? 'active',
    timeZone: cell('timeZone') ?? '',
    reason: cell('reason'),
    reasonCode: cell('reasonCode'),
    text: cell('text'),
    quotas: Object.keys(quotas).length > 0 ? quotas : undefined,
    members: members?.split(';').map(toMember),
    notify: Object.keys(notify).length > 0 ? notify : undefined,
  });
}

/** `subject:role`; a subject may hold colons. Blanks round either are left out: they are how people write lists, and nobody's name. */
export function toMember(text: string): { readonly subject: string; readonly role: string } {
  const at = text.lastIndexOf(':');
  const [subject, role] = at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at + 1)];
  return { subject: subject.trim(), role: role.trim() };
}

function columnOf({ path, message }: z.core.$ZodIssue): Pick<RowProblem, 'field' | 'message'> {
  const [first, second, third] = path.map(String);
  if (first === 'quotas') return { field: second ?? 'blocks', message };
  if (first === 'notify') return { field: second === 'address' ? 'notifyAddress' : 'notifyChannel', message };
  if (first !== 'members' || second === undefined) return { field: first ?? 'row', message };
  return { field: 'members', message: `the ${third ?? 'member'} of number ${Number(second) + 1}: ${message}` };
}
