import { parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';

/**
 * What LibreOffice Calc makes of a CSV that is opened and saved again, as was seen in its versions 7.4: a number is kept in
 * 15 digits and written its own way, a formula is run, which shows here as `#RUN!`, and quotes and line breaks are those of Calc.
 * All other texts stay.
 */
export function savedBySpreadsheet(file: string, { separator = ',' } = {}): string {
  const records: string[][] = parse(file, { bom: true, relax_column_count: true });
  const cells = records.map((record) => record.map(cellOf));
  return `\uFEFF${stringify(cells, { delimiter: separator })}`;
}

function cellOf(text: string): string {
  if (text.startsWith('=')) return '#RUN!';
  if (/^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(text)) return numberOf(Number(text));
  return text;
}

/** As `7.31111111111111E+018`. */
function numberOf(value: number): string {
  if (Math.abs(value) < 1e15) return String(Number(value.toPrecision(15)));
  const [digits = '', power = ''] = value.toExponential(14).split('e+');
  return `${digits}E+${power.padStart(3, '0')}`;
}
