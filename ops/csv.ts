/** One record of a CSV file. */
export interface CsvRecord {
  /** Where it begins, from 1. */
  readonly line: number;
  readonly cells: readonly string[];
  /** Why its cells cannot be trusted. */
  readonly problem?: string;
}

/**
 * CSV as RFC 4180 writes it: commas, cells in double quotes where they hold commas, quotes (doubled) or line breaks; LF
 * will do for CRLF. Nothing is trimmed. Empty lines are left out. What is quoted wrongly is a problem of its record
 * alone: reading goes on at the next line.
 */
export function parseCsv(text: string): readonly CsvRecord[] {
  const records: CsvRecord[] = [];
  let at = text.startsWith('\uFEFF') ? 1 : 0;
  let line = 1;
  while (at < text.length) {
    const { end, ...record } = readRecord(text, at);
    if (record.problem !== undefined || record.cells.length > 1 || record.cells[0] !== '')
      records.push({ line, ...record });
    for (let index = at; index < end; index++) if (text[index] === '\n') line += 1;
    at = end;
  }
  return records;
}

type ReadRecord = Omit<CsvRecord, 'line'> & { readonly end: number };

function readRecord(text: string, start: number): ReadRecord {
  const cells: string[] = [];
  for (let at = start; ; at += 1) {
    const cell = text[at] === '"' ? readQuoted(text, at) : readPlain(text, at);
    if (cell.problem !== undefined) return { cells, problem: cell.problem, end: nextLine(text, start) };
    cells.push(cell.value);
    at = cell.end;
    if (text[at] !== ',') return { cells, end: nextLine(text, at) };
  }
}

interface Cell {
  readonly value: string;
  /** Of what follows it: a comma, a line break or nothing. */
  readonly end: number;
  readonly problem?: string;
}

function readPlain(text: string, start: number): Cell {
  const end = indexOfAny(text, start);
  const value = text.slice(start, end);
  if (value.includes('"')) return { value, end, problem: 'a quote stands inside a cell that does not begin with one' };
  return { value, end };
}

function readQuoted(text: string, start: number): Cell {
  let value = '';
  for (let at = start + 1; ; ) {
    const quote = text.indexOf('"', at);
    if (quote < 0) return { value, end: text.length, problem: 'a quoted cell does not end' };
    value += text.slice(at, quote);
    if (text[quote + 1] !== '"') {
      const end = quote + 1;
      const problem = end === indexOfAny(text, end) ? undefined : 'something stands behind the end of a quoted cell';
      return { value, end, ...(problem === undefined ? {} : { problem }) };
    }
    value += '"';
    at = quote + 2;
  }
}

/** Of the next comma, line break or end; a carriage return counts only as part of a line break. */
function indexOfAny(text: string, start: number): number {
  const pattern = /,|\r?\n|$/g;
  pattern.lastIndex = start;
  return pattern.exec(text)?.index ?? text.length;
}

function nextLine(text: string, from: number): number {
  const lineFeed = text.indexOf('\n', from);
  return lineFeed < 0 ? text.length : lineFeed + 1;
}
