import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync, unlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { bundleFunctions } from '../../infra/bundle.ts';
import { loadFunctions } from '../../infra/load-functions.ts';
import { writeEmptyFunctions } from './synthesized-stage.ts';

const functions = await loadFunctions();
let entries: string;
beforeEach(() => {
  entries = writeEmptyFunctions(mkdtempSync(join(tmpdir(), 'ssc-entries-')));
});
afterEach(() => rmSync(entries, { recursive: true, force: true }));

function hashes(): readonly string[] {
  const bundles = bundleFunctions(functions, entries);
  try {
    return functions.map(({ name }) =>
      createHash('sha256')
        .update(readFileSync(join(bundles.directoryOf(name), 'index.mjs')))
        .digest('hex'),
    );
  } finally {
    bundles.remove();
  }
}

describe('bundling the functions', () => {
  it('makes the same bytes of the same sources', () => {
    expect(hashes()).toEqual(hashes());
  });

  it('makes modules that Node.js loads, with require for those dependencies that call it', async () => {
    writeFileSync(
      join(entries, 'gate.ts'),
      "declare const require: (name: string) => { basename(path: string): string };\nexport const handler = () => require('node:path').basename('a/b');\n",
    );
    const bundles = bundleFunctions(functions, entries);
    try {
      const bundle = (await import(join(bundles.directoryOf('gate'), 'index.mjs'))) as { handler: () => string };
      expect(bundle.handler()).toBe('b');
    } finally {
      bundles.remove();
    }
  });

  it('names the function whose file is missing', () => {
    unlinkSync(join(entries, 'gate.ts'));
    expect(() => bundleFunctions(functions, entries)).toThrow(/gate\.ts is deployed but does not exist/);
  });

  it('names the file that nothing deploys', () => {
    writeFileSync(join(entries, 'forgotten.ts'), 'export const handler = 1;\n');
    expect(() => bundleFunctions(functions, entries)).toThrow(
      /forgotten\.ts exists, and infra\/functions\/ has no such file/,
    );
  });

  it('leaves nothing behind', () => {
    const bundles = bundleFunctions(functions, entries);
    bundles.remove();
    expect(existsSync(bundles.directoryOf('gate'))).toBe(false);
  });
});
