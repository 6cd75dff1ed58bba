import { buildSync } from 'esbuild';
import { fileURLToPath } from 'node:url';

let built: URL | undefined;

/**
 * The worker's code as one plain ECMAScript module. Built once a process, so that a function's worker
 * has one file to load beside its bundle, and no types to strip.
 */
export function workerSource(): URL {
  built ??= build();
  return built;
}

function build(): URL {
  const { outputFiles } = buildSync({
    entryPoints: [fileURLToPath(new URL('./function-worker.ts', import.meta.url))],
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'node',
    target: 'node24',
  });
  return new URL(`data:text/javascript,${encodeURIComponent(outputFiles[0]?.text ?? '')}`);
}
