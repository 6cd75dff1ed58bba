import { subscribe } from 'node:diagnostics_channel';
import { openSync, writeSync } from 'node:fs';
import type { ClientRequest } from 'node:http';
import { createRequire, syncBuiltinESMExports } from 'node:module';
import { basename, join, parse } from 'node:path';
import type { Worker, WorkerOptions } from 'node:worker_threads';
import { secretsInJson, secretsInRequest } from './secret.ts';
import type { Secret } from './secret.ts';

/**
 * Writes down, until the process ends, what it logs (`<script>-….log`) and which secrets pass through it (`….secrets`, a
 * line of JSON each). Synchronously, so that a SIGKILL loses nothing.
 */
export function record(folder: string, { logs }: { readonly logs: boolean }): void {
  const script = parse(programOf(process.argv)).name.replaceAll(/[^\w-]/g, '');
  const name = `${script}-${process.pid}-${Date.now()}`;
  if (logs) recordStreams(openSync(join(folder, `${name}.log`), 'a'));
  recordSecrets(openSync(join(folder, `${name}.secrets`), 'a'));
}

/** The program of a process with these arguments: that of `node run.js <file>` is the file. */
export function programOf([, script = 'node', given]: readonly string[]): string {
  return basename(script) === 'run.js' && given !== undefined ? given : script;
}

/** Not by a method of their own, which a test can replace to keep its report clean: what it then swallows was logged all the same. */
function recordStreams(file: number): void {
  for (const name of ['stdout', 'stderr'] as const) {
    const recording = new Proxy(process[name], {
      get(stream, property) {
        const value: unknown = Reflect.get(stream, property);
        if (typeof value !== 'function' || property !== 'write') return value;
        return (chunk: string | Uint8Array, ...rest: unknown[]): unknown => {
          writeSync(file, typeof chunk === 'string' ? chunk : Buffer.from(chunk).toString());
          return Reflect.apply(value, stream, [chunk, ...rest]);
        };
      },
    });
    Object.defineProperty(process, name, { configurable: true, enumerable: true, get: () => recording });
  }
}

/** Where everything passes that a test says or hears: JSON, the requests of both of Node.js's clients, and what workers are given. */
function recordSecrets(file: number): void {
  const seen = new Set<string>();
  const { parse: parseJson, stringify } = JSON;
  const keep = (secrets: readonly Secret[]): void => {
    for (const { kind, value } of secrets) {
      const line = stringify({ kind, value });
      if (seen.has(line)) continue;
      seen.add(line);
      writeSync(file, `${line}\n`);
    }
  };
  JSON.parse = (text: string, ...rest) => {
    if (typeof text === 'string') keep(secretsInJson(text));
    return parseJson(text, ...rest) as unknown;
  };
  // Contrary to its type, it answers undefined for undefined.
  const recording = (...given: unknown[]): string | undefined => {
    const text = Reflect.apply(stringify, JSON, given) as string | undefined;
    if (text !== undefined) keep(secretsInJson(text));
    return text;
  };
  JSON.stringify = recording as typeof stringify;
  subscribe('undici:request:create', (message) => {
    const { path, headers } = (message as { request: { path: string; headers: readonly string[] } }).request;
    // Names and values by turns.
    keep(secretsInRequest(path, (name) => headers.find((_, at) => headers[at - 1]?.toLowerCase() === name)));
  });
  subscribe('http.client.request.start', (message) => {
    const { request } = message as { request: ClientRequest };
    keep(secretsInRequest(request.path, (name) => request.getHeader(name)?.toString()));
  });
  recordWorkers((value) => keep([{ kind: 'token', value }]));
}

/** The secret that the local runtime gives each function for its signatures. */
function recordWorkers(keep: (secret: string) => void): void {
  const threads = createRequire(import.meta.url)('node:worker_threads') as { Worker: typeof Worker };
  threads.Worker = class extends threads.Worker {
    constructor(file: string | URL, options?: WorkerOptions) {
      const secret = (options?.env as NodeJS.ProcessEnv | undefined)?.['AWS_SECRET_ACCESS_KEY'];
      if (secret !== undefined) keep(secret);
      super(file, options);
    }
  };
  syncBuiltinESMExports();
}
