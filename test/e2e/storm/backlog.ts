import { setTimeout as sleep } from 'node:timers/promises';
import { GetQueueAttributesCommand, SQSClient } from '@aws-sdk/client-sqs';
import { workQueues } from '../../../infra/names.ts';
import type { LocalRuntime } from '../start-local.ts';

/** A message that failed, as on a machine that is busy with other tests, is hidden for so long at the most. */
const retrySeconds = 750;
/** Longer than a batch takes: put forward under one that is at work, the clock doubles its messages, which does no harm but costs time. */
const patienceMilliseconds = 8_000;

/** Messages in the work queues, as ops see them. */
export interface Backlog {
  /**
   * Waits until there are no more than so many; for none, three times in a row. Messages that failed wait for their next
   * attempt, to which the clock is put forward.
   *
   * @throws Error naming what is left when nothing moves for a long time.
   */
  shrinksTo(most: number): Promise<void>;
  close(): void;
}

/** @param standstillMilliseconds how long the same messages may be left. */
export function watchBacklog(runtime: LocalRuntime, standstillMilliseconds: number): Backlog {
  const sqs = new SQSClient({
    endpoint: runtime.endpointUrl,
    region: 'us-east-1',
    credentials: { accessKeyId: 'ops', secretAccessKey: 'local' },
  });
  const read = async () => {
    const counts = await Promise.all(workQueues.map((purpose) => countMessages(sqs, runtime, purpose)));
    return {
      total: counts.reduce((sum, count) => sum + count, 0),
      text: workQueues.flatMap((purpose, index) => (counts[index] ? [`${purpose} ${counts[index]}`] : [])).join(', '),
    };
  };
  return {
    async shrinksTo(most) {
      let [changedAt, retriedAt] = [performance.now(), performance.now()];
      let before = '';
      for (let low = 0; low < (most === 0 ? 3 : 1); ) {
        const { total, text } = await read();
        low = total <= most ? low + 1 : 0;
        const now = performance.now();
        if (text !== before) changedAt = retriedAt = now;
        before = text;
        if (total > most && now - changedAt > standstillMilliseconds)
          throw new Error(`Nothing moves any more: ${text}`);
        if (total > most && now - retriedAt > patienceMilliseconds) {
          await runtime.local('POST', 'clock', { advanceSeconds: retrySeconds });
          retriedAt = now;
        }
        await sleep(100);
      }
    },
    close: () => sqs.destroy(),
  };
}

async function countMessages(sqs: SQSClient, runtime: LocalRuntime, purpose: string): Promise<number> {
  const { Attributes = {} } = await sqs.send(
    new GetQueueAttributesCommand({
      QueueUrl: `${runtime.endpointUrl}/000000000000/ssc-local-${purpose}`,
      AttributeNames: ['All'],
    }),
  );
  return ['', 'NotVisible', 'Delayed'].reduce(
    (sum, which) => sum + Number(Attributes[`ApproximateNumberOfMessages${which}` as keyof typeof Attributes] ?? 0),
    0,
  );
}
