import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { LocalRuntime } from '../start-local.ts';

const projectDirectory = fileURLToPath(new URL('../../..', import.meta.url));

/** `npm run ops` against a running product. Answers its exit code and all that it printed. */
export function runOps(
  runtime: LocalRuntime,
  ...args: readonly string[]
): Promise<{ readonly code: number; readonly output: string }> {
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      ['ops/ops.ts', ...args, '--local', String(runtime.port)],
      { cwd: projectDirectory, maxBuffer: 64 * 1024 * 1024 },
      (error, stdout, stderr) => {
        const code = error === null ? 0 : typeof error.code === 'number' ? error.code : 1;
        resolve({ code, output: stdout + stderr });
      },
    );
  });
}
