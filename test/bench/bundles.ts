import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildSync } from 'esbuild';
import { bundleFunctions } from '../../infra/bundle.ts';
import { loadFunctions } from '../../infra/load-functions.ts';

/** What is measured, and the processes that it is measured in. */
const entries = {
  stock: fileURLToPath(new URL('./stock/handler.ts', import.meta.url)),
  floor: fileURLToPath(new URL('./subjects/floor.ts', import.meta.url)),
  worker: fileURLToPath(new URL('./subjects/subject-worker.ts', import.meta.url)),
  coldWorker: fileURLToPath(new URL('./subjects/cold-worker.ts', import.meta.url)),
};

/** Files of bundles by name. */
export type BenchBundles = Readonly<Record<keyof typeof entries | 'gate' | 'buyersApi' | 'blocksApi', string>>;

/** The gate and the lookup of buyers as they are deployed; all others through the same bundler with the same settings. */
export async function bundleAll(): Promise<{ readonly files: BenchBundles; remove(): void }> {
  const functions = bundleFunctions(await loadFunctions());
  const directory = mkdtempSync(join(tmpdir(), 'ssc-bench-'));
  buildSync({
    entryPoints: entries,
    outdir: directory,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node24',
    mainFields: ['module', 'main'],
    minify: true,
    legalComments: 'none',
    banner: {
      js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);",
    },
    logLevel: 'silent',
  });
  const file = (name: keyof typeof entries) => join(directory, `${name}.mjs`);
  return {
    files: {
      gate: join(functions.directoryOf('gate'), 'index.mjs'),
      blocksApi: join(functions.directoryOf('blocks-api'), 'index.mjs'),
      buyersApi: join(functions.directoryOf('buyers-api'), 'index.mjs'),
      stock: file('stock'),
      floor: file('floor'),
      worker: file('worker'),
      coldWorker: file('coldWorker'),
    },
    remove: () => {
      functions.remove();
      rmSync(directory, { recursive: true, force: true });
    },
  };
}

export const bytesOf = (file: string): number => statSync(file).size;
