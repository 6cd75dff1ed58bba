import type { Account } from '../../../core/assembly/resource.ts';
import type { LambdaTemplate } from '../model.ts';
import type { SqsTemplate } from '../../sqs/model.ts';
import type { TableStreams } from '../../dynamodb/table-streams.ts';
import type { DynamodbTemplate } from '../../dynamodb/model.ts';
import type { EventSourceMappingModel } from '../model.ts';
import type { TableModel } from '../../dynamodb/model.ts';
import type { RunningFunctions } from '../functions.ts';
import type { Authorizer } from '../../../core/access/access-request.ts';
import type { Journal } from '../../../core/state/journal.ts';
import type { LocalClock } from '../../../core/state/clock.ts';
import type { Log } from '../../../core/log.ts';
import type { Queues } from '../../sqs/queues.ts';
import { compilePattern } from '../../events/event-pattern.ts';
import { withinClosingTime } from './closing-time.ts';
import { createWake } from './wake.ts';
import { authorizeMapping } from './mapping-permissions.ts';
import type { Poller } from './queue-poller.ts';
import { workStreamBatch } from './stream-batch.ts';
import { openStreamCheckpoint } from './stream-checkpoint.ts';
import { toDiscardMessage } from './stream-discard.ts';
import { createStreamReader, findEndOfStream } from '../../dynamodb/stream-reader.ts';
import type { StreamReader } from '../../dynamodb/stream-reader.ts';
import { toDeployedRecord } from '../../dynamodb/stream-record.ts';
import type { StreamRecord } from '../../dynamodb/stream-record.ts';

export interface StreamPoller extends Poller {
  /** Says that the table was written to: poll now. */
  hint(): void;
}

export interface StreamPollerOptions extends Omit<TableStreams, 'onWrite'> {
  readonly functions: Pick<RunningFunctions, 'invoke'>;
  readonly queues: Queues;
  readonly authorizer: Authorizer;
  readonly clock: LocalClock;
  readonly journal: Journal;
  readonly log: Log;
}

/** What Lambda's pollers need of the function's role; documented with the DynamoDB event source. */
const actions = ['dynamodb:DescribeStream', 'dynamodb:GetRecords', 'dynamodb:GetShardIterator'];
/** Soon after there was work, rarer when idle: AWS polls four times a second. */
const shortestIdleMilliseconds = 25;
const longestIdleMilliseconds = 200;
const afterErrorMilliseconds = 500;

/**
 * Works one table's stream with one function as Lambda's event source mapping does: batches, window, filters, and what
 * `workStreamBatch` does with failures. A parallelization factor changes nothing here: order per item holds with one.
 *
 * @throws Error naming the mapping for an unknown stream, a bad filter or a destination that is not a queue.
 */
export function createStreamPoller(
  deployment: Account & LambdaTemplate & SqsTemplate & DynamodbTemplate,
  mapping: EventSourceMappingModel,
  options: StreamPollerOptions,
): StreamPoller {
  const { table, engineStream, destination } = findParts(deployment, mapping, options);
  const filters = mapping.filters.map((filter, index) => compilePattern(filter, `${mapping.path} filter ${index + 1}`));
  const passes = (record: StreamRecord) => filters.length === 0 || filters.some((matches) => matches(record));
  const checkpoint = openStreamCheckpoint(options.journal, mapping.path);
  const wake = createWake();
  let closing = false;
  let loop: Promise<void> | undefined;

  const openReader = async (): Promise<StreamReader> => {
    if (!checkpoint.get() && mapping.startingPosition === 'LATEST') {
      const end = await findEndOfStream(options.client, engineStream);
      if (end) checkpoint.set(end);
    }
    return createStreamReader(options.client, engineStream, checkpoint.get());
  };

  const work = async (shardId: string, records: readonly StreamRecord[], readAt: number): Promise<void> => {
    const passed = records.map((record) => toDeployedRecord(record, { ...place, table })).filter(passes);
    await workStreamBatch(passed, {
      mapping,
      invoke: (batch) => options.functions.invoke(mapping.functionArn, { Records: batch }),
      // Not by the record's own time: that counts hours in which this runtime was not running, and one engine rounds it to minutes.
      ageSeconds: () => (performance.now() - readAt) / 1000,
      checkpoint: ({ dynamodb: { SequenceNumber: sequenceNumber } }) => checkpoint.set({ shardId, sequenceNumber }),
      discard: (discard) => {
        options.log(`${mapping.path}: gave up ${discard.records.length} stream records: ${discard.condition}`);
        if (destination === undefined) return;
        options.queues.send(destination, { body: toDiscardMessage(mapping, shardId, discard, options.clock.now()) });
      },
      isClosing: () => closing,
      pause: (milliseconds) => wake.wait(milliseconds, { hints: false }),
    });
    const last = records.at(-1);
    // Records that no filter passed are done too.
    if (last && !closing) checkpoint.set({ shardId, sequenceNumber: last.dynamodb.SequenceNumber });
  };
  const place = { region: deployment.region, streamArn: mapping.sourceArn, removals: options.removals };

  /** One batch of one shard, waiting for more within the window once there is something. */
  const gather = async (reader: StreamReader) => {
    const first = await reader.read(mapping.batchSize);
    const readAt = performance.now();
    const records = [...first.records];
    const until = readAt + mapping.maximumBatchingWindowSeconds * 1000;
    while (records.length > 0 && records.length < mapping.batchSize && performance.now() < until && !closing) {
      await wake.wait(shortestIdleMilliseconds, { hints: true });
      const more = await reader.read(mapping.batchSize - records.length);
      if (more.shardId !== first.shardId && more.records.length > 0) {
        return [
          { shardId: first.shardId, records, readAt },
          { ...more, readAt },
        ];
      }
      records.push(...more.records);
    }
    return [{ shardId: first.shardId, records, readAt }];
  };

  const poll = async (): Promise<void> => {
    let reader: StreamReader | undefined;
    let idle = shortestIdleMilliseconds;
    while (!closing) {
      try {
        reader ??= await openReader();
        let found = 0;
        for (const batch of await gather(reader)) {
          found += batch.records.length;
          if (batch.records.length > 0) await work(batch.shardId, batch.records, batch.readAt);
        }
        idle = found > 0 ? shortestIdleMilliseconds : Math.min(longestIdleMilliseconds, idle * 2);
        if (found === 0) await wake.wait(idle, { hints: true });
      } catch (error) {
        if (closing) return;
        options.log(`${mapping.path}: reading the stream failed and will be tried again: ${String(error)}`);
        // From the checkpoint: what was read but not worked would be skipped otherwise.
        reader = undefined;
        await wake.wait(afterErrorMilliseconds, { hints: false });
      }
    }
  };

  return {
    hint: () => wake.hint(),
    start() {
      const needs = actions.map((action) => ({ action, resource: mapping.sourceArn }));
      if (destination !== undefined) needs.push({ action: 'sqs:SendMessage', resource: destination });
      authorizeMapping(deployment, mapping, options.authorizer, needs);
      if (mapping.enabled) loop = poll();
    },
    async close() {
      closing = true;
      wake.end();
      await withinClosingTime(loop);
    },
  };
}

function findParts(
  deployment: Account & LambdaTemplate & SqsTemplate & DynamodbTemplate,
  mapping: EventSourceMappingModel,
  options: StreamPollerOptions,
) {
  const table = deployment.tables.find((candidate: TableModel) => candidate.streamArn === mapping.sourceArn);
  const engineStream = options.engineStreams.get(mapping.sourceArn);
  if (!table || engineStream === undefined)
    throw new Error(`${mapping.path}: there is no table stream ${mapping.sourceArn}.`);
  const destination = mapping.onFailureArn;
  if (destination !== undefined && !deployment.queues.some((queue) => queue.arn === destination)) {
    throw new Error(`${mapping.path}: the on-failure destination ${destination} is not a queue of the deployment.`);
  }
  return { table, engineStream, destination };
}
