import type { LambdaTemplate, FunctionModel } from './model.ts';
import type { Authorizer } from '../../core/access/access-request.ts';
import type { Functions, InvocationResult, InvokeAsynchronously } from './invocation.ts';
import type { LocalClock } from '../../core/state/clock.ts';
import type { Log } from '../../core/log.ts';
import type { Queues } from '../sqs/queues.ts';
import { createLocalTimer } from '../../core/state/local-timer.ts';
import { describeFailed } from './failed-invocation.ts';

/** Lambda retries an asynchronous invocation twice, after one and two minutes. */
const retryDelaysMilliseconds = [60_000, 120_000];

export interface AsynchronousInvocationOptions {
  readonly functions: Functions;
  readonly queues: Queues;
  readonly authorizer: Authorizer;
  readonly clock: LocalClock;
  readonly log: Log;
}

export interface AsynchronousInvocations {
  readonly invoke: InvokeAsynchronously;
  /** To be called before the functions end: what that breaks off has not failed, and what waits is left. */
  close(): void;
}

/**
 * Invokes functions as events: an error of the function is retried as Lambda does, on the local clock, and what
 * fails for good goes where the template says: to a destination on failure, to a dead-letter queue, or nowhere.
 *
 * Unlike a queue's messages these live in memory only: what must not be lost goes through a queue, or is kept by
 * whoever asked until the promise settles.
 *
 * @throws Error naming the function whose role may not send to the queue for its failures.
 */
export function createAsynchronousInvocations(
  deployment: LambdaTemplate,
  options: AsynchronousInvocationOptions,
): AsynchronousInvocations {
  const { functions, queues, log } = options;
  const models = new Map(deployment.functions.map((model) => [model.arn, model]));
  for (const model of models.values()) checkPermissions(model, options.authorizer);
  const pause = createLocalTimer(options.clock);
  let closed = false;

  const attempt = async (functionArn: string, payload: unknown): Promise<InvocationResult> => {
    const result = await functions.invoke(functionArn, payload);
    return closed ? new Promise(() => undefined) : result;
  };
  const sendToDlq = (model: FunctionModel, payload: unknown, result: InvocationResult, attempts: number): void => {
    const { onFailureArn, deadLetterArn } = model.asynchronous ?? {};
    const failed = describeFailed({ model, payload, result, attempts, now: options.clock.now() });
    if (onFailureArn !== undefined) queues.send(onFailureArn, failed.record);
    if (deadLetterArn !== undefined) queues.send(deadLetterArn, failed.deadLetter);
    log(`Gave up an asynchronous invocation of ${model.name} after ${attempts} attempts.`);
  };

  const invoke: InvokeAsynchronously = async (functionArn, payload) => {
    const model = models.get(functionArn);
    if (!model) throw new Error(`There is no function ${functionArn} in the deployment.`);
    const delays = retryDelaysMilliseconds.slice(0, model.asynchronous?.maximumRetryAttempts);
    let result = await attempt(functionArn, payload);
    for (const delay of delays) {
      if (result.functionError === undefined) return;
      await pause(delay);
      result = await attempt(functionArn, payload);
    }
    if (result.functionError !== undefined) sendToDlq(model, payload, result, delays.length + 1);
  };
  return {
    invoke,
    close() {
      closed = true;
    },
  };
}

/** AWS refuses such a template when it is deployed. */
function checkPermissions({ path, name, roleArn, asynchronous }: FunctionModel, authorizer: Authorizer): void {
  for (const queueArn of [asynchronous?.onFailureArn, asynchronous?.deadLetterArn]) {
    if (queueArn === undefined) continue;
    const answer = authorizer.decide({
      principal: { type: 'role', roleArn, accessKeyId: '', label: name },
      action: 'sqs:SendMessage',
      resource: queueArn,
      context: {},
    });
    if (!answer.allowed) throw new Error(`${path}: ${answer.message}`);
  }
}
