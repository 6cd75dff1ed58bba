import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { phases } from '../../../../ops/rebuild/rebuild-options.ts';
import { openStateFile } from '../../../../ops/rebuild/state-file.ts';

describe('how far a rebuild is', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'ssc-state-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('is kept from run to run, and gone at the end', () => {
    const state = openStateFile(join(folder, 's.json'), 'prod', 'ssc-prod');
    expect(state.read(phases)).toBeUndefined();
    state.save({ phase: 'markers', from: { pk: 'GATE#1#2', sk: 'MARKER' }, scanned: 7 });
    expect(state.read(phases)).toMatchObject({ phase: 'markers', from: { pk: 'GATE#1#2', sk: 'MARKER' }, scanned: 7 });
    state.remove();
    expect(state.read(phases)).toBeUndefined();
  });

  it('is not taken for that of another table, or from any other file', () => {
    const file = join(folder, 's.json');
    openStateFile(file, 'prod', 'ssc-prod').save({ phase: 'orders', scanned: 1 });
    expect(() => openStateFile(file, 'prod', 'ssc-prod-restored-1').read(phases)).toThrow(
      /is of ssc-prod of stage prod/,
    );
    expect(() => openStateFile(file, 'prod', 'ssc-prod').read(['markers'])).toThrow(/is at orders/);
    writeFileSync(file, 'no JSON');
    expect(() => openStateFile(file, 'prod', 'ssc-prod').read(phases)).toThrow(/does not say how far/);
  });
});
