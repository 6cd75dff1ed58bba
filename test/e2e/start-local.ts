import { once } from 'node:events';
import { createServer } from 'node:net';
import { localSigner, signedFetch } from '../../clients/signed-fetch.ts';
import type { SignedInit, Signer } from '../../clients/signed-fetch.ts';
import { spawnEntry } from './spawn-entry.ts';
import type { EntryProcess } from './spawn-entry.ts';

const readyWithinMilliseconds = 300_000;

export interface StartLocalOptions {
  /** More arguments of `npm start`, e.g. `['--data', folder]`. */
  readonly args?: readonly string[];
  /** Without it the start is `--empty`. */
  readonly demo?: boolean;
  /** The port of an earlier start; a free pair without it. */
  readonly port?: number;
}

export interface TokenBody {
  readonly subject?: string;
  /** `<shopId>:<role>` each. */
  readonly shops: readonly string[];
  readonly scope?: string;
  readonly expiresInSeconds?: number;
}

export interface LocalRuntime {
  readonly port: number;
  /** URL of both HTTP APIs and of `_local`. */
  readonly httpUrl: string;
  /** URL of the AWS endpoint. */
  readonly endpointUrl: string;
  /** All that it printed so far. */
  output(): string;
  token(body: TokenBody): Promise<string>;
  /** A signed request to a path of the HTTP front end, as a caller or with other credentials. */
  signedFetch(caller: string | Signer, path: string, init?: SignedInit): Promise<Response>;
  /** A `_local` route's answer in JSON; `undefined` for one without a body. */
  local<Answer = unknown>(method: string, path: string, body?: unknown): Promise<Answer>;
  /** Ctrl-C; its exit code. */
  stop(): Promise<number | null>;
  /** SIGKILL. */
  kill(): Promise<void>;
}

/** Starts the product as `npm start` does, on free ports, and waits until it is ready. */
export async function startLocal(options: StartLocalOptions = {}): Promise<LocalRuntime> {
  const port = options.port ?? (await freePortPair());
  const args = ['--port', String(port), ...(options.demo ? [] : ['--empty']), ...(options.args ?? [])];
  const child = spawnEntry('local/start.ts', args);
  const exited = once(child, 'exit') as Promise<[number | null]>;
  const output = await waitUntilReady(child, exited);
  const httpUrl = `http://127.0.0.1:${port}`;

  const local: LocalRuntime['local'] = async <Answer>(method: string, path: string, body?: unknown) => {
    const response = await fetch(`${httpUrl}/_local/${path}`, {
      method,
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} /_local/${path}: ${response.status} ${text}`);
    return (text === '' ? undefined : JSON.parse(text)) as Answer;
  };
  const end = async (signal: NodeJS.Signals) => {
    child.kill(signal);
    const [code] = await exited;
    return code;
  };
  return {
    port,
    httpUrl,
    endpointUrl: `http://127.0.0.1:${port + 1}`,
    output,
    local,
    token: async (body) => (await local<{ token: string }>('POST', 'token', { subject: 'seller-1', ...body })).token,
    signedFetch: (caller, path, init) =>
      signedFetch(typeof caller === 'string' ? localSigner(caller) : caller, `${httpUrl}${path}`, init),
    stop: () => end('SIGINT'),
    kill: async () => void (await end('SIGKILL')),
  };
}

async function waitUntilReady(child: EntryProcess, exited: Promise<[number | null]>): Promise<() => string> {
  let output = '';
  let timer: NodeJS.Timeout | undefined;
  const ready = new Promise<void>((resolve, reject) => {
    const read = (chunk: Buffer) => {
      output += chunk.toString();
      if (/^ready$/m.test(output)) resolve();
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    timer = setTimeout(() => reject(new Error(`Not ready in time:\n${output}`)), readyWithinMilliseconds);
    void exited.then(([code]) => reject(new Error(`Ended with ${code} before it was ready:\n${output}`)));
  });
  try {
    await ready;
  } catch (error) {
    child.kill('SIGKILL');
    throw error;
  } finally {
    clearTimeout(timer);
  }
  return () => output;
}

/** A port that is free, as is the one above it. */
export async function freePortPair(): Promise<number> {
  for (let attempt = 0; attempt < 50; attempt += 1) {
    const port = 20_000 + Math.floor(Math.random() * 20_000) * 2;
    if ((await isFree(port)) && (await isFree(port + 1))) return port;
  }
  throw new Error('There are no two free ports in a row.');
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });
}
