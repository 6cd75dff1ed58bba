import { randomUUID } from 'node:crypto';
import { availableParallelism } from 'node:os';
import pLimit from 'p-limit';
import type { Account } from '../../core/assembly/resource.ts';
import type { LambdaTemplate, FunctionModel } from './model.ts';
import type { Functions, InvocationResult } from './invocation.ts';
import type { LocalClock } from '../../core/state/clock.ts';
import type { Log } from '../../core/log.ts';
import { startFunctionWorker } from './workers/function-worker-handle.ts';
import type { LoadTurns, WorkerOutcome } from './workers/function-worker-handle.ts';
import { findHandlerFile } from './workers/handler-file.ts';
import { lambdaEnvironment } from './workers/lambda-environment.ts';
import type { FunctionCredentials } from './workers/lambda-environment.ts';
import { createWorkerPool } from './workers/worker-pool.ts';
import type { WorkerPool } from './workers/worker-pool.ts';

export interface FunctionsOptions {
  readonly clock: LocalClock;
  /** Where the functions' AWS calls go. */
  readonly endpointUrl: string;
  readonly credentialsFor: (functionName: string) => FunctionCredentials;
  readonly log: Log;
  /** What a function writes to its standard streams, line by line; to `log` when absent. */
  readonly functionLog?: (functionName: string, line: string) => void;
  /** Most workers of one function; 4 unless told, fewer where its reserved concurrency is lower. */
  readonly maximumWorkers?: number;
  /** How long a worker beyond a function's first stays without work; 30 seconds unless told. */
  readonly idleMilliseconds?: number;
}

export interface RunningFunctions extends Functions {
  /** Starts a worker for each of these functions (all when absent), so that first answers are quick. */
  warm(functionNames?: readonly string[]): void;
  /** Most invocations of a function at once; the rest wait. */
  concurrency(functionArn: string): number;
}

/**
 * Runs the deployment's functions from their bundles, each in workers of its own.
 *
 * @throws Error naming the function whose handler file is missing, or from `invoke` an ARN that is unknown.
 */
export function createFunctions(deployment: Account & LambdaTemplate, options: FunctionsOptions): RunningFunctions {
  // One that loads keeps a processor busy: more at once would only make all of them late.
  const inTurn: LoadTurns = pLimit(Math.max(2, availableParallelism()));
  const byArn = new Map(
    deployment.functions.map((model) => [model.arn, startable(deployment, model, { ...options, inTurn })]),
  );
  const find = (functionArn: string): Startable => {
    const found = byArn.get(functionArn);
    if (!found) throw new Error(`There is no function ${functionArn} in the deployment.`);
    return found;
  };

  return {
    async invoke(functionArn, payload) {
      const { model, pool } = find(functionArn);
      const requestId = randomUUID();
      const started = performance.now();
      const outcome = await pool.invoke({
        requestId,
        event: JSON.stringify(payload ?? null),
        remainingMilliseconds: model.timeoutSeconds * 1000,
      });
      const durationMilliseconds = performance.now() - started;
      const result = toResult(outcome, model, { requestId, now: options.clock.now() });
      if (result.functionError !== undefined) options.log(describeFailure(model, result.payload));
      return { ...result, requestId, durationMilliseconds };
    },
    // Name, ARN, and partial ARN `<account>:function:<name>`, each with or without a version or alias behind it.
    resolve(nameOrArn) {
      const name = /^(?:(?:arn:aws[\w-]*:lambda:[\w-]+:)?\d{12}:function:)?([\w-]+)(?::(?:\$LATEST|[\w-]+))?$/.exec(
        nameOrArn,
      )?.[1];
      return deployment.functions.find((model) => model.name === name)?.arn;
    },
    warm(functionNames) {
      for (const { model, pool } of byArn.values()) if (functionNames?.includes(model.name) ?? true) pool.warm();
    },
    concurrency: (functionArn) => find(functionArn).maximum,
    async close() {
      await Promise.all([...byArn.values()].map(({ pool }) => pool.close()));
    },
  };
}

interface Startable {
  readonly model: FunctionModel;
  readonly pool: WorkerPool;
  readonly maximum: number;
}

function startable(
  deployment: Account & LambdaTemplate,
  model: FunctionModel,
  options: FunctionsOptions & { readonly inTurn: LoadTurns },
): Startable {
  const file = findHandlerFile(model);
  const credentials = options.credentialsFor(model.name);
  const functionLog = options.functionLog ?? ((name: string, line: string) => options.log(`${name}: ${line}`));
  const maximum = Math.max(
    1,
    Math.min(options.maximumWorkers ?? 4, model.reservedConcurrency ?? Number.POSITIVE_INFINITY),
  );
  const start = () =>
    startFunctionWorker({
      setup: {
        ...file,
        sharedOffset: options.clock.sharedOffset,
        functionName: model.name,
        functionArn: model.arn,
        memoryMegabytes: model.memoryMegabytes,
      },
      environment: lambdaEnvironment(deployment, model, {
        endpointUrl: options.endpointUrl,
        credentials,
        workerId: randomUUID(),
      }),
      functionLog: (line) => functionLog(model.name, line),
      inTurn: options.inTurn,
    });
  return { model, maximum, pool: createWorkerPool(start, maximum, options.idleMilliseconds ?? 30_000) };
}

function toResult(
  outcome: WorkerOutcome,
  model: FunctionModel,
  invocation: { readonly requestId: string; readonly now: number },
): Pick<InvocationResult, 'payload' | 'functionError'> {
  if (outcome.type === 'answered') return { payload: JSON.parse(outcome.payload) as unknown };
  if (outcome.type !== 'timed_out') return { payload: outcome.error, functionError: 'Unhandled' };
  const at = new Date(invocation.now).toISOString();
  const errorMessage = `${at} ${invocation.requestId} Task timed out after ${model.timeoutSeconds.toFixed(2)} seconds`;
  return { payload: { errorType: 'Sandbox.Timedout', errorMessage }, functionError: 'Unhandled' };
}

/** The error's type only: its message may quote an event. The function's own log has the rest. */
function describeFailure(model: FunctionModel, payload: unknown): string {
  const { errorType } = payload as { errorType?: string };
  return `${model.name} failed: ${errorType ?? 'unknown error'}`;
}
