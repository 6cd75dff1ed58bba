import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { removeFoldersOfFile, takeAwayWhatIsLeft } from './file-folders.ts';

/**
 * Runs before each test file: a temporary folder for its worker, which has to be as empty behind the file as before. Hooks that a
 * module registers when it is loaded run for the first file that loads it in a worker, and for no other: that is how folders stay.
 */
const run = process.env['SSC_TEST_FOLDER'];
if (run !== undefined) {
  const folder = join(run, `worker-${process.pid}`);
  mkdirSync(folder, { recursive: true });
  process.env['TMPDIR'] = folder;
  // Registered first, it runs last.
  afterAll(() => {
    removeFoldersOfFile();
    const left = takeAwayWhatIsLeft(folder);
    if (left.length > 0) throw new Error(`This file left in the temporary folder: ${left.join(', ')}`);
  });
}
