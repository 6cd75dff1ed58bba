import type { Account } from '../../../core/assembly/resource.ts';
import type { LambdaTemplate, EventSourceMappingModel } from '../model.ts';
import type { SqsTemplate } from '../../sqs/model.ts';
import type { TableStreams } from '../../dynamodb/table-streams.ts';
import type { DynamodbTemplate, TableModel } from '../../dynamodb/model.ts';
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
import type { StreamCheckpoint } from './stream-checkpoint.ts';
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
  return new TableStreamPoller(deployment, mapping, options);
}

/** What one read of a shard gave. */
interface ReadBatch {
  readonly shardId: string;
  readonly records: readonly StreamRecord[];
  /** By `performance.now()`. */
  readonly readAt: number;
}

class TableStreamPoller implements StreamPoller {
  readonly #deployment: Account & LambdaTemplate;
  readonly #mapping: EventSourceMappingModel;
  readonly #options: StreamPollerOptions;
  readonly #parts: ReturnType<typeof findParts>;
  readonly #passes: (record: StreamRecord) => boolean;
  readonly #checkpoint: StreamCheckpoint;
  readonly #wake = createWake();
  #closing = false;
  #loop: Promise<void> | undefined;

  constructor(
    deployment: Account & LambdaTemplate & SqsTemplate & DynamodbTemplate,
    mapping: EventSourceMappingModel,
    options: StreamPollerOptions,
  ) {
    this.#deployment = deployment;
    this.#mapping = mapping;
    this.#options = options;
    this.#parts = findParts(deployment, mapping, options);
    const filters = mapping.filters.map((one, index) => compilePattern(one, `${mapping.path} filter ${index + 1}`));
    this.#passes = (record) => filters.length === 0 || filters.some((matches) => matches(record));
    this.#checkpoint = openStreamCheckpoint(options.journal, mapping.path);
  }

  hint(): void {
    this.#wake.hint();
  }

  start(): void {
    const needs = actions.map((action) => ({ action, resource: this.#mapping.sourceArn }));
    const { destination } = this.#parts;
    if (destination !== undefined) needs.push({ action: 'sqs:SendMessage', resource: destination });
    authorizeMapping(this.#deployment, this.#mapping, this.#options.authorizer, needs);
    if (this.#mapping.enabled) this.#loop = this.#poll();
  }

  async close(): Promise<void> {
    this.#closing = true;
    this.#wake.end();
    await withinClosingTime(this.#loop);
  }

  async #poll(): Promise<void> {
    let reader: StreamReader | undefined;
    let idle = shortestIdleMilliseconds;
    while (!this.#closing) {
      try {
        reader ??= await this.#openReader();
        let found = 0;
        for (const batch of await this.#gather(reader)) {
          found += batch.records.length;
          if (batch.records.length > 0) await this.#work(batch);
        }
        idle = found > 0 ? shortestIdleMilliseconds : Math.min(longestIdleMilliseconds, idle * 2);
        if (found === 0) await this.#wake.wait(idle, { hints: true });
      } catch (error) {
        if (this.#closing) return;
        this.#options.log(`${this.#mapping.path}: reading the stream failed and will be tried again: ${String(error)}`);
        // From the checkpoint: what was read but not worked would be skipped otherwise.
        reader = undefined;
        await this.#wake.wait(afterErrorMilliseconds, { hints: false });
      }
    }
  }

  async #openReader(): Promise<StreamReader> {
    const { client } = this.#options;
    const { engineStream } = this.#parts;
    if (!this.#checkpoint.get() && this.#mapping.startingPosition === 'LATEST') {
      const end = await findEndOfStream(client, engineStream);
      if (end) this.#checkpoint.set(end);
    }
    return createStreamReader(client, engineStream, this.#checkpoint.get());
  }

  /** One batch of one shard, waiting for more within the window once there is something; a second where the shard ends. */
  async #gather(reader: StreamReader): Promise<readonly ReadBatch[]> {
    const { batchSize, maximumBatchingWindowSeconds } = this.#mapping;
    const { shardId, records: first } = await reader.read(batchSize);
    const readAt = performance.now();
    const records = [...first];
    const until = readAt + maximumBatchingWindowSeconds * 1000;
    while (records.length > 0 && records.length < batchSize && performance.now() < until && !this.#closing) {
      await this.#wake.wait(shortestIdleMilliseconds, { hints: true });
      const more = await reader.read(batchSize - records.length);
      if (more.shardId !== shardId && more.records.length > 0) {
        return [
          { shardId, records, readAt },
          { ...more, readAt },
        ];
      }
      records.push(...more.records);
    }
    return [{ shardId, records, readAt }];
  }

  async #work({ shardId, records, readAt }: ReadBatch): Promise<void> {
    const { functions, log, queues, clock, removals } = this.#options;
    const { table, destination } = this.#parts;
    const mapping = this.#mapping;
    const place = { region: this.#deployment.region, streamArn: mapping.sourceArn, removals, table };
    const passed = records.map((record) => toDeployedRecord(record, place)).filter(this.#passes);
    await workStreamBatch(passed, {
      mapping,
      invoke: (batch) => functions.invoke(mapping.functionArn, { Records: batch }),
      // Not by the record's own time: that counts hours in which this runtime was not running, and one engine rounds it to minutes.
      ageSeconds: () => (performance.now() - readAt) / 1000,
      checkpoint: ({ dynamodb: { SequenceNumber: sequenceNumber } }) =>
        this.#checkpoint.set({ shardId, sequenceNumber }),
      discard: (discard) => {
        log(`${mapping.path}: gave up ${discard.records.length} stream records: ${discard.condition}`);
        if (destination === undefined) return;
        queues.send(destination, { body: toDiscardMessage(mapping, shardId, discard, clock.now()) });
      },
      isClosing: () => this.#closing,
      pause: (milliseconds) => this.#wake.wait(milliseconds, { hints: false }),
    });
    const last = records.at(-1);
    // Records that no filter passed are done too.
    if (last && !this.#closing) this.#checkpoint.set({ shardId, sequenceNumber: last.dynamodb.SequenceNumber });
  }
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
