import { buildSync } from 'esbuild';
import { fileURLToPath } from 'node:url';

let built: URL | undefined;

/**
 * The worker's code as one plain ECMAScript module. Built once a process, so that a function's worker
 * holds its bundle and nothing of our tooling: no TypeScript loader, no `execArgv`.
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
    target: 'node20',
  });
  return new URL(`data:text/javascript,${encodeURIComponent(outputFiles[0]?.text ?? '')}`);
}
