import { CsvError, parse } from 'csv-parse/sync';
import { invalid } from '../kernel/errors.ts';

/** A file's rows below its header. Cells are as they stand there, and cells beyond the header's are kept. */
export interface CsvTable {
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** What spreadsheets separate by: in some countries by semicolons; cells that are copied come with tabs. */
const delimiters = [',', ';', '\t'] as const;

/**
 * CSV as RFC 4180 writes it and as spreadsheets save it: any line breaks, with or without the mark of UTF-8. Nothing is
 * trimmed. Lines that are empty, or hold nothing but delimiters, are left out.
 *
 * @throws AppError `validation_failed`, with the line, for a file whose quotes do not fit.
 */
export function readCsv(text: string): CsvTable {
  try {
    const records: string[][] = parse(text, {
      bom: true,
      delimiter: delimiterOf(text),
      record_delimiter: ['\r\n', '\n', '\r'],
      relax_column_count: true,
      skip_empty_lines: true,
    });
    const [header = [], ...rows] = records;
    return { header, rows: rows.filter((cells) => cells.some((cell) => cell !== '')) };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw invalid([{ path: 'body', message: problemOf(error) }]);
  }
}

/** The one that the first line holds most of: names of columns hold none of them. */
function delimiterOf(text: string): string {
  const [firstLine = ''] = text.split(/[\r\n]/, 1);
  const count = (delimiter: string) => firstLine.split(delimiter).length;
  return delimiters.reduce((most, one) => (count(one) > count(most) ? one : most));
}

function problemOf(error: CsvError): string {
  const line = Number((error as { readonly lines?: unknown }).lines);
  const where = Number.isInteger(line) && line > 0 ? `line ${line}: ` : '';
  return `is no CSV: ${where}a quoted cell does not end, or its quotes are not doubled`;
}
