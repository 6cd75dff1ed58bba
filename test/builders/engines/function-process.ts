import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';

export interface Timed {
  readonly answer: unknown;
  /** What the function took, measured in its own process. */
  readonly milliseconds: number;
}

export interface FunctionProcess {
  call(event: unknown): Promise<Timed>;
  /** How far its clock is ahead of the real one, in milliseconds. */
  setClockOffset(milliseconds: number): void;
  close(): Promise<void>;
}

interface Outcome extends Timed {
  readonly id?: number;
  readonly failure?: string;
}

/** Starts a deployed function in a process of its own, reaching all of AWS at one endpoint. */
export async function startFunction(
  name: string,
  endpoint: string,
  environment: Readonly<Record<string, string>>,
): Promise<FunctionProcess> {
  const child = fork(fileURLToPath(new URL('./run-function.ts', import.meta.url)), {
    execArgv: [],
    // What it logs of faults that were injected is for the search of all logs, which reads it inside of the process.
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    env: {
      ...process.env,
      FUNCTION: name,
      STAGE: 'test',
      AWS_ENDPOINT_URL: endpoint,
      AWS_REGION: 'us-east-1',
      AWS_ACCESS_KEY_ID: 'test',
      AWS_SECRET_ACCESS_KEY: 'test',
      ...environment,
    },
  });
  const waiting = new Map<number, { resolve: (timed: Timed) => void; reject: (error: Error) => void }>();
  let calls = 0;
  let last = '';
  child.stderr?.on('data', (chunk: Buffer) => {
    last = (last + chunk.toString()).slice(-2_000);
  });
  await new Promise<void>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => {
      const error = new Error(`The function ${name} ended with ${code}:\n${last}`);
      for (const fail of [reject, ...[...waiting.values()].map((one) => one.reject)]) fail(error);
    });
    child.on('message', ({ id, failure, answer, milliseconds }: Outcome) => {
      if (id === undefined) return resolve();
      if (failure === undefined) waiting.get(id)?.resolve({ answer, milliseconds });
      else waiting.get(id)?.reject(new Error(failure));
      waiting.delete(id);
    });
  });
  return {
    call: (event) =>
      new Promise((resolve, reject) => {
        const id = ++calls;
        waiting.set(id, { resolve, reject });
        child.send({ id, event });
      }),
    setClockOffset: (milliseconds) => void child.send({ clockOffset: milliseconds }),
    close: () =>
      new Promise((resolve) => {
        child.once('exit', () => resolve());
        child.kill('SIGKILL');
      }),
  };
}
