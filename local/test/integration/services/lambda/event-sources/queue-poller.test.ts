import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import type { Deployment } from '../../../../../deployment.ts';
import { createFunctions } from '../../../../../services/lambda/functions.ts';
import { createQueuePoller } from '../../../../../services/lambda/event-sources/queue-poller.ts';
import { createQueues } from '../../../../../services/sqs/queues.ts';
import type { AccessRequest } from '../../../../../core/access/access-request.ts';
import { createClock } from '../../../../../core/state/clock.ts';
import { openJournal } from '../../../../../core/state/journal.ts';
import {
  buildAuthorizer,
  buildDeployment,
  buildFunction,
  buildMapping,
  buildQueue,
} from '../../../../../../test/builders/local-deployment.ts';
import { patient } from '../../../../../../test/builders/patience.ts';
import { collectLog } from '../../../../../../test/tooling/log-scan/collected-log.ts';

const cleanUps: (() => unknown)[] = [];
afterEach(async () => {
  for (const cleanUp of cleanUps.splice(0).toReversed()) await cleanUp();
});

const deadLetters = buildQueue({ name: 'ssc-local-orders-dead-letters' });
const queue = buildQueue({ redrive: { deadLetterArn: deadLetters.arn, maxReceiveCount: 3 } });

/** A real function behind a real queue; what the function prints is collected. */
function open(
  code: string,
  mapping: Parameters<typeof buildMapping>[0] = {},
  overrides: { queue?: object; refuses?: (r: AccessRequest) => boolean } = {},
) {
  const codeDirectory = mkdtempSync(join(tmpdir(), 'consumer-'));
  cleanUps.push(() => rmSync(codeDirectory, { recursive: true }));
  writeFileSync(join(codeDirectory, 'index.mjs'), code);
  const model = buildFunction({ codeDirectory, timeoutSeconds: 5 });
  const deployment: Deployment = buildDeployment({
    functions: [model],
    queues: [{ ...queue, ...overrides.queue }, deadLetters],
  });
  const journal = openJournal(undefined);
  const clock = createClock(journal);
  const queues = createQueues(deployment, { clock, journal });
  const { lines: printed, log } = collectLog();
  const functions = createFunctions(deployment, {
    clock,
    endpointUrl: 'http://127.0.0.1:1',
    credentialsFor: () => ({ accessKeyId: 'fn', secretAccessKey: 'secret' }),
    log: collectLog().log,
    functionLog: (_name, line) => log(line),
  });
  cleanUps.push(() => functions.close());
  const poller = createQueuePoller(
    deployment,
    buildMapping({ functionArn: model.arn, sourceArn: queue.arn, ...mapping }),
    {
      queues,
      functions,
      authorizer: buildAuthorizer(overrides.refuses),
      log,
    },
  );
  cleanUps.push(() => poller.close());
  return { poller, queues, clock, printed };
}

const nothing = { visible: 0, inFlight: 0, delayed: 0 };

describe('createQueuePoller', () => {
  it('gives a function its messages in batches, as SQS records, and deletes them', async () => {
    const { poller, queues, printed } = open(`export const handler = async ({ Records }) => {
      for (const r of Records) console.log([r.body, r.eventSource, r.eventSourceARN, r.awsRegion, r.attributes.ApproximateReceiveCount, r.messageAttributes.why?.stringValue].join(' '));
    };`);
    for (const body of ['a', 'b'])
      queues.send(queue.arn, { body, messageAttributes: { why: { DataType: 'String', StringValue: 'x' } } });
    poller.start();
    queues.send(queue.arn, { body: 'c' });
    await expect.poll(() => queues.counts(queue.arn), patient).toEqual(nothing);
    await expect
      .poll(() => printed.toSorted(), patient)
      .toEqual([
        `a aws:sqs ${queue.arn} us-east-1 1 x`,
        `b aws:sqs ${queue.arn} us-east-1 1 x`,
        `c aws:sqs ${queue.arn} us-east-1 1 `,
      ]);
  });

  it('deletes what was done of a partly failed batch and buries what fails again and again', async () => {
    const { poller, queues, clock } = open(`export const handler = async ({ Records }) => ({
      batchItemFailures: Records.filter((r) => r.body === 'bad').map((r) => ({ itemIdentifier: r.messageId })),
    });`);
    for (const body of ['a', 'bad', 'b']) queues.send(queue.arn, { body });
    poller.start();
    await expect.poll(() => queues.counts(queue.arn), patient).toEqual({ visible: 0, inFlight: 1, delayed: 0 });
    await expect
      .poll(() => {
        clock.advance(31);
        return queues.counts(deadLetters.arn).visible;
      }, patient)
      .toBe(1);
    expect(queues.counts(queue.arn)).toEqual(nothing);
    expect(queues.receive(deadLetters.arn, 1)[0]?.body).toBe('bad');
  });

  it.each([
    ['throws', `throw new Error('no');`],
    ['reports an empty identifier', `return { batchItemFailures: [{ itemIdentifier: '' }] };`],
  ])('keeps a whole batch when the function %s', async (_name, body) => {
    const { poller, queues } = open(`export const handler = async () => { console.log('called'); ${body} };`);
    queues.send(queue.arn, { body: 'a' });
    queues.send(queue.arn, { body: 'b' });
    poller.start();
    await expect.poll(() => queues.counts(queue.arn), patient).toEqual({ visible: 0, inFlight: 2, delayed: 0 });
    await new Promise((wake) => setTimeout(wake, 200));
    expect(queues.counts(queue.arn).inFlight).toBe(2);
  });

  it('deletes messages that no filter passes', async () => {
    const filters = [{ body: { detail: { kind: ['wanted'] } } }];
    const { poller, queues, printed } = open(
      'export const handler = async ({ Records }) => Records.forEach((r) => console.log(r.body));',
      { filters },
    );
    for (const body of ['{"detail":{"kind":"other"}}', 'no json', '{"detail":{"kind":"wanted"}}'])
      queues.send(queue.arn, { body });
    poller.start();
    await expect.poll(() => queues.counts(queue.arn), patient).toEqual(nothing);
    await expect.poll(() => printed, patient).toEqual(['{"detail":{"kind":"wanted"}}']);
  });

  it('gathers a batch within its window', async () => {
    const { poller, queues, printed } = open(
      'export const handler = async ({ Records }) => console.log(Records.length);',
      {
        maximumBatchingWindowSeconds: 1,
        batchSize: 3,
      },
    );
    poller.start();
    for (const body of ['a', 'b', 'c', 'd']) {
      queues.send(queue.arn, { body });
      await new Promise((wake) => setTimeout(wake, 50));
    }
    await expect.poll(() => printed, patient).toEqual(['3', '1']);
  });

  it('runs no more batches at once than the mapping allows', async () => {
    const code = `export const handler = async ({ Records }) => {
      console.log('begin'); await new Promise((wake) => setTimeout(wake, 100)); console.log('end');
    };`;
    const { poller, queues, printed } = open(code, { maximumConcurrency: 2, batchSize: 1 });
    for (let n = 0; n < 6; n += 1) queues.send(queue.arn, { body: String(n) });
    poller.start();
    await expect.poll(() => printed.length, patient).toBe(12);
    let running = 0;
    let most = 0;
    for (const line of printed) {
      running += line === 'begin' ? 1 : -1;
      most = Math.max(most, running);
    }
    expect(most).toBe(2);
  });

  it('finishes what is in work when it closes', async () => {
    const { poller, queues } = open('export const handler = () => new Promise((wake) => setTimeout(wake, 300));');
    queues.send(queue.arn, { body: 'a' });
    poller.start();
    await expect.poll(() => queues.counts(queue.arn).inFlight, patient).toBe(1);
    await poller.close();
    expect(queues.counts(queue.arn)).toEqual(nothing);
  });

  it('abandons a function that hangs when it closes, and keeps its message', async () => {
    const { poller, queues } = open(
      'export const handler = () => new Promise(() => setTimeout(() => {}, 60_000));',
      {},
      {},
    );
    queues.send(queue.arn, { body: 'a' });
    poller.start();
    await expect.poll(() => queues.counts(queue.arn).inFlight, patient).toBe(1);
    // Within the time limit of this test, which is half of the time that the function hangs.
    await poller.close();
    expect(queues.counts(queue.arn).inFlight).toBe(1);
  });

  it('does not start when the role may not, or when the queue hides messages for less than the function may take', () => {
    const code = 'export const handler = 1;';
    const refused = open(code, {}, { refuses: (request) => request.action === 'sqs:DeleteMessage' });
    expect(() => refused.poller.start()).toThrow(
      /Test\/Mapping: .*ssc-local-sample may not sqs:DeleteMessage on arn:aws:sqs.*orders/,
    );
    const short = open(code, {}, { queue: { visibilityTimeoutSeconds: 4 } });
    expect(() => short.poller.start()).toThrow(/visibility timeout of ssc-local-orders \(4 s\)/);
  });
});
