import { fork } from 'node:child_process';
import type { Allocation, Order, Reply, Run, Scenario, Sequence } from './messages.ts';

export interface Subject {
  prepare(scenario: Scenario): Promise<void>;
  run(scenario: string, calls: number): Promise<Run>;
  allocate(scenario: string, calls: number): Promise<Allocation>;
  /** @throws Error when an answer has another status. */
  sequence(events: readonly unknown[], status: number): Promise<Sequence>;
  close(): Promise<void>;
}

export interface SubjectFiles {
  readonly worker: string;
  readonly handler: string;
  /** The floor takes places, a gate an event of API Gateway. */
  readonly takes: 'places' | 'events';
}

/** Starts a handler in a process of its own; one order at a time. */
export async function startSubject(
  files: SubjectFiles,
  environment: Readonly<Record<string, string>>,
  flags: readonly string[] = [],
): Promise<Subject> {
  const child = fork(files.worker, {
    execArgv: [...flags],
    // What it logs goes where it costs all of them the same.
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    env: { ...environment, SUBJECT_FILE: files.handler, SUBJECT_TAKES: files.takes },
  });
  const next = () =>
    new Promise<Run | Allocation | Sequence | undefined>((resolve, reject) => {
      const ended = (code: number | null) => reject(new Error(`${files.handler} ended with ${code}.`));
      child.once('exit', ended);
      child.once('message', (reply: Reply) => {
        child.off('exit', ended);
        if ('failure' in reply) reject(new Error(reply.failure));
        else resolve(reply.result);
      });
    });
  const order = (message: Order) => {
    const answer = next();
    child.send(message);
    return answer;
  };
  await next();
  return {
    prepare: async (scenario) => void (await order({ type: 'prepare', scenario })),
    run: async (scenario, calls) => (await order({ type: 'run', scenario, calls })) as Run,
    allocate: async (scenario, calls) => (await order({ type: 'allocate', scenario, calls })) as Allocation,
    sequence: async (events, status) => (await order({ type: 'sequence', events, status })) as Sequence,
    close: () =>
      new Promise((resolve) => {
        child.once('exit', () => resolve());
        child.kill('SIGKILL');
      }),
  };
}
