import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { Worker } from 'node:worker_threads';
import type { FunctionErrorPayload, InvokeMessage, WorkerMessage, WorkerSetup } from './worker-messages.ts';
import { workerSource } from './worker-source.ts';

/** How one invocation ended in its worker; after any but the first two the worker is gone. */
export type WorkerOutcome =
  | { readonly type: 'answered'; readonly payload: string }
  | { readonly type: 'failed'; readonly error: FunctionErrorPayload }
  | { readonly type: 'init_failed'; readonly error: FunctionErrorPayload }
  | { readonly type: 'crashed'; readonly error: FunctionErrorPayload }
  | { readonly type: 'timed_out' };

/** One worker of a function: one execution environment, one invocation at a time. */
export interface FunctionWorker {
  /** The time limit starts when the bundle is loaded, as on Lambda, where loading has its own. */
  invoke(message: InvokeMessage): Promise<WorkerOutcome>;
  /** False once it has crashed or ended, which work left running after an answer can do. */
  isAlive(): boolean;
  end(): Promise<void>;
}

/** Lambda limits loading to 10 s on a processor of its own; here functions, engine and other programs may share one. */
const initLimitMilliseconds = 60_000;

export interface WorkerOptions {
  readonly setup: WorkerSetup;
  readonly environment: Readonly<Record<string, string>>;
  readonly functionLog: (line: string) => void;
  /** Runs a load when it is its turn. */
  readonly inTurn: LoadTurns;
}

/** Lets few workers load at once: on Lambda each has a processor of its own for it, and a limit on it; here they share some. */
export type LoadTurns = <Result>(load: () => Promise<Result>) => Promise<Result>;

/** A worker that loads its bundle as soon as it is its turn. */
export function startFunctionWorker(options: WorkerOptions): FunctionWorker {
  let hasEnded = false;
  let opened: OpenWorker | undefined;
  const opening = new Promise<OpenWorker | undefined>((resolve) => {
    void options.inTurn(async () => {
      if (!hasEnded) opened = openWorker(options);
      resolve(opened);
      await opened?.loaded();
    });
  });
  return {
    async invoke(message) {
      const worker = await opening;
      return worker ? worker.invoke(message) : { type: 'crashed', error: describeCrash('ended before it was loaded') };
    },
    isAlive: () => !hasEnded && (opened?.isAlive() ?? true),
    async end() {
      hasEnded = true;
      await opened?.end();
    },
  };
}

interface OpenWorker extends FunctionWorker {
  /** Once the bundle is loaded, or never will be, or the limit has passed. */
  loaded(): Promise<boolean>;
}

function openWorker(options: WorkerOptions): OpenWorker {
  const worker = new Worker(workerSource(), {
    workerData: options.setup,
    env: { ...options.environment },
    execArgv: [],
    stdout: true,
    stderr: true,
    resourceLimits: { maxOldGenerationSizeMb: options.setup.memoryMegabytes },
  });
  forwardLines(worker.stdout, options.functionLog);
  forwardLines(worker.stderr, options.functionLog);

  const seen: { initialised?: WorkerMessage; reply?: WorkerMessage; crash?: FunctionErrorPayload } = {};
  const { heard, until } = createWaits();
  worker.on('message', (message: WorkerMessage) => {
    if (message.type === 'ready' || message.type === 'init_failed') seen.initialised = message;
    else seen.reply = message;
    heard();
  });
  worker.on('error', (error: unknown) => {
    seen.crash ??= describeCrash(error);
    heard();
  });
  worker.on('exit', (code) => {
    seen.crash ??= { errorType: 'Runtime.ExitError', errorMessage: `Runtime exited with error: exit status ${code}` };
    heard();
  });

  const loaded = () => until(() => Boolean(seen.initialised ?? seen.crash), initLimitMilliseconds);

  const run = async (message: InvokeMessage): Promise<WorkerOutcome> => {
    if (!(await loaded())) return { type: 'timed_out' };
    if (seen.initialised?.type === 'init_failed') return seen.initialised;
    delete seen.reply;
    if (!seen.crash) worker.postMessage(message);
    if (!(await until(() => Boolean(seen.reply ?? seen.crash), message.remainingMilliseconds)))
      return { type: 'timed_out' };
    return toOutcome(seen.reply) ?? { type: 'crashed', error: seen.crash ?? describeCrash('no answer') };
  };

  return {
    async invoke(message) {
      const outcome = await run(message);
      if (outcome.type !== 'answered' && outcome.type !== 'failed') await worker.terminate();
      return outcome;
    },
    isAlive: () => seen.crash === undefined,
    async end() {
      await worker.terminate();
    },
    loaded,
  };
}

interface Waits {
  /** Something that is waited for may have come. */
  heard(): void;
  /** Resolves true once `done` holds, false when the limit passed first. */
  until(done: () => boolean, milliseconds: number): Promise<boolean>;
}

function createWaits(): Waits {
  const listeners = new Set<() => void>();
  return {
    heard: () => listeners.forEach((listener) => listener()),
    until: (done, milliseconds) =>
      new Promise((resolve) => {
        const settle = (result: boolean): void => {
          clearTimeout(timer);
          listeners.delete(listener);
          resolve(result);
        };
        const timer = setTimeout(() => settle(false), milliseconds);
        const listener = (): void => {
          if (done()) settle(true);
        };
        listeners.add(listener);
        listener();
      }),
  };
}

function toOutcome(message: WorkerMessage | undefined): WorkerOutcome | undefined {
  return message?.type === 'answered' || message?.type === 'failed' ? message : undefined;
}

function describeCrash(error: unknown): FunctionErrorPayload {
  if (!(error instanceof Error)) return { errorType: 'Runtime.Unknown', errorMessage: String(error) };
  if ('code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY') {
    return {
      errorType: 'Runtime.ExitError',
      errorMessage: 'Runtime exited with error: signal: killed (out of memory)',
    };
  }
  return { errorType: error.name, errorMessage: error.message, trace: (error.stack ?? '').split('\n') };
}

function forwardLines(stream: Readable, log: (line: string) => void): void {
  createInterface({ input: stream, crlfDelay: Number.POSITIVE_INFINITY }).on('line', log);
}
