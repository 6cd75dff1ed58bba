import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sqlite from 'node-sqlite3-wasm';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { indexStreamRecords } from '../../../../core/engines/stream-index.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'stream-index-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** What the engine asks at each write of an item. */
const nextNumber =
  'SELECT COALESCE(MAX(CAST(sequence_number AS INTEGER)), 0) + 1 FROM _stream_records WHERE table_name = ?';

describe('indexStreamRecords', () => {
  it("answers the engine's question for the next sequence number from the index", () => {
    const file = join(folder, 'engine.db');
    indexStreamRecords(file);
    const database = new sqlite.Database(file);
    const plan = database.all(`EXPLAIN QUERY PLAN ${nextNumber}`, ['ssc-local']);
    database.close();
    expect(plan).toMatchObject([
      { detail: expect.stringMatching(/SEARCH .* INDEX stream_records_by_sequence_number/) },
    ]);
  });

  it('goes on after a process that was killed in the middle', () => {
    const file = join(folder, 'engine.db');
    mkdirSync(`${file}.lock`);
    writeFileSync(file, '');
    indexStreamRecords(file);
    expect(existsSync(`${file}.lock`)).toBe(false);
  });

  it('leaves the database of an engine alone', () => {
    const file = join(folder, 'engine.db');
    writeFileSync(file, 'of an engine');
    expect(() => indexStreamRecords(file)).not.toThrow();
  });
});
