import { describe, expect, it } from 'vitest';
import { collectCsv, mostExportedRows } from '../../../../shared/exports/collect-csv.ts';
import type { Column } from '../../../../shared/csv/write-csv.ts';

const columns: readonly Column<string>[] = [{ name: 'n', kind: 'text', of: (row) => row }];
const never = () => false;

/** A list of so many rows of one length. */
function listOf(count: number, width = 1) {
  const asked: number[] = [];
  const read = async ({ limit, after = 0 }: { readonly limit: number; readonly after: number | undefined }) => {
    asked.push(limit);
    const end = Math.min(count, after + limit);
    const rows = Array.from({ length: end - after }, (_, at) => String(after + at).padStart(width, '"'));
    return { rows, next: end < count ? end : undefined };
  };
  return { read, asked };
}

describe('collectCsv', () => {
  it('has a header, all rows, and nothing to go on with', async () => {
    const { text, next } = await collectCsv(columns, listOf(3).read, undefined, never);
    expect(text).toBe("\uFEFFn\r\n'0\r\n'1\r\n'2\r\n");
    expect(next).toBeUndefined();
    expect((await collectCsv(columns, listOf(0).read, undefined, never)).text).toBe('\uFEFFn\r\n');
  });

  it('ends after 10,000 rows, and goes on where it ended', async () => {
    const { read } = listOf(mostExportedRows + 2);
    const first = await collectCsv(columns, read, undefined, never);
    expect(first.text.split('\r\n')).toHaveLength(mostExportedRows + 2);
    expect(first.next).toBe(mostExportedRows);
    expect((await collectCsv(columns, read, first.next, never)).text).toBe("\uFEFFn\r\n'10000\r\n'10001\r\n");
  });

  it('ends before its answer is too large for Lambda, as JSON and with the longest rows', async () => {
    const { text, next } = await collectCsv(columns, listOf(mostExportedRows, 1500).read, undefined, never);
    const bytes = Buffer.byteLength(JSON.stringify(text));
    expect(bytes).toBeGreaterThan(4_000_000);
    expect(bytes).toBeLessThan(6_000_000);
    expect(next).toBe(text.split('\r\n').length - 2);
  });

  it('ends when the time is over, behind the page that it has begun', async () => {
    const { read, asked } = listOf(10_000);
    const { next } = await collectCsv(columns, read, undefined, () => asked.length === 2);
    expect(next).toBe(asked.reduce((sum, limit) => sum + limit, 0));
  });
});
