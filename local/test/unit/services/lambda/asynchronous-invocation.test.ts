import { describe, expect, it } from 'vitest';
import type { FunctionModel } from '../../../../services/lambda/model.ts';
import { createAsynchronousInvocations } from '../../../../services/lambda/asynchronous-invocation.ts';
import { createQueues } from '../../../../services/sqs/queues.ts';
import type { AccessRequest } from '../../../../core/access/access-request.ts';
import { createClock } from '../../../../core/state/clock.ts';
import { openJournal } from '../../../../core/state/journal.ts';
import {
  buildAuthorizer,
  buildDeployment,
  buildFunction,
  buildQueue,
} from '../../../../../test/builders/local-deployment.ts';
import { collectLog } from '../../../../../test/tooling/log-scan/collected-log.ts';

const failures = buildQueue({ name: 'ssc-local-failures' });
const error = { errorType: 'Error', errorMessage: 'as asked' };

function open(
  failing: number,
  asynchronous?: FunctionModel['asynchronous'],
  refuses?: (request: AccessRequest) => boolean,
) {
  const model = buildFunction(asynchronous === undefined ? {} : { asynchronous });
  const deployment = buildDeployment({ functions: [model], queues: [failures] });
  const journal = openJournal(undefined);
  const clock = createClock(journal);
  const queues = createQueues(deployment, { clock, journal });
  const { lines, log } = collectLog();
  const seen = { attempts: 0, settled: false };
  const invocations = createAsynchronousInvocations(deployment, {
    clock,
    queues,
    authorizer: buildAuthorizer(refuses),
    log,
    functions: {
      invoke: async () => {
        seen.attempts += 1;
        const outcome =
          seen.attempts <= failing ? { payload: error, functionError: 'Unhandled' as const } : { payload: 1 };
        return { ...outcome, durationMilliseconds: 1, requestId: 'one' };
      },
      resolve: () => undefined,
      close: async () => undefined,
    },
  });
  const begin = () => void invocations.invoke(model.arn, { due: 1 }).then(() => (seen.settled = true));
  /** Lets everything run that waits for nothing but a promise. */
  const calm = () => new Promise((resolve) => setImmediate(resolve));
  const buried = () => queues.receive(failures.arn, 10);
  return { invocations, clock, lines, seen, begin, calm, buried };
}

describe('createAsynchronousInvocations', () => {
  it('retries after one and two minutes of the local clock, and settles when it succeeds', async () => {
    const { clock, seen, begin, calm } = open(2);
    begin();
    await calm();
    clock.advance(59);
    await calm();
    expect(seen).toEqual({ attempts: 1, settled: false });
    clock.advance(2);
    await calm();
    expect(seen).toEqual({ attempts: 2, settled: false });
    clock.advance(121);
    await calm();
    expect(seen).toEqual({ attempts: 3, settled: true });
  });

  it('writes the record of a failure to the destination', async () => {
    const { seen, lines, begin, calm, buried } = open(9, { maximumRetryAttempts: 0, onFailureArn: failures.arn });
    begin();
    await calm();
    expect(seen).toEqual({ attempts: 1, settled: true });
    expect(buried().map(({ body }) => JSON.parse(body) as object)).toMatchObject([
      { requestContext: { approximateInvokeCount: 1 }, requestPayload: { due: 1 }, responsePayload: error },
    ]);
    expect(lines).toEqual(['Gave up an asynchronous invocation of ssc-local-sample after 1 attempts.']);
  });

  it('sends the payload to the dead-letter queue of the function', async () => {
    const { begin, calm, buried } = open(9, { maximumRetryAttempts: 0, deadLetterArn: failures.arn });
    begin();
    await calm();
    expect(buried()).toMatchObject([
      { body: '{"due":1}', messageAttributes: { ErrorMessage: { StringValue: 'as asked' } } },
    ]);
  });

  it('does not take the end of the runtime for a failure', async () => {
    const { invocations, seen, begin, calm, buried } = open(9, { maximumRetryAttempts: 0, onFailureArn: failures.arn });
    begin();
    invocations.close();
    await calm();
    expect(seen.settled).toBe(false);
    expect(buried()).toEqual([]);
  });

  it('names at the start the function that may not send to its destination', () => {
    expect(() => open(0, { onFailureArn: failures.arn }, () => true)).toThrow(/^Test\/ssc-local-sample: /);
  });
});
