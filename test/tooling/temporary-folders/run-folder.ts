import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Each project of a run asks for it, and the first makes it. */
const name = 'SSC_TEST_FOLDER';

/**
 * Before a run: a temporary folder of its own, so that what a killed process leaves behind goes with the run.
 *
 * @returns what removes it after the run.
 */
export function setup(): (() => void) | undefined {
  if (process.env[name] !== undefined) return undefined;
  const before = process.env['TMPDIR'];
  const folder = mkdtempSync(join(tmpdir(), 'ssc-run-'));
  process.env[name] = folder;
  process.env['TMPDIR'] = folder;
  return () => {
    delete process.env[name];
    if (before === undefined) delete process.env['TMPDIR'];
    else process.env['TMPDIR'] = before;
    // An engine that ends just now removes its own folder in it.
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  };
}
