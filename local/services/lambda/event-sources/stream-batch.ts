import type { EventSourceMappingModel } from '../model.ts';
import type { InvocationResult } from '../invocation.ts';
import { readBatchFailures } from './batch-failures.ts';
import type { StreamRecord } from '../../dynamodb/stream-record.ts';

/** Why records were given up, as Lambda writes it to the on-failure destination. */
export type DiscardCondition = 'RetryAttemptsExhausted' | 'RecordAgeExceeded';

export interface Discard {
  readonly condition: DiscardCondition;
  readonly records: readonly StreamRecord[];
  readonly invocations: number;
  readonly lastResult?: InvocationResult;
}

export interface BatchOptions {
  readonly mapping: Pick<
    EventSourceMappingModel,
    'bisectOnError' | 'maximumRetryAttempts' | 'maximumRecordAgeSeconds' | 'reportsBatchItemFailures'
  >;
  readonly invoke: (records: readonly StreamRecord[]) => Promise<InvocationResult>;
  /** Seconds since the record was first read. */
  readonly ageSeconds: (record: StreamRecord) => number;
  /** All up to and including this record are done or given up. */
  readonly checkpoint: (record: StreamRecord) => void;
  readonly discard: (discard: Discard) => void;
  readonly isClosing: () => boolean;
  readonly pause: (milliseconds: number) => Promise<void>;
}

const firstPauseMilliseconds = 100;
const longestPauseMilliseconds = 5_000;

/**
 * Works a batch of one shard to its end, in order: partial failures move the checkpoint to the lowest failed record,
 * a failed batch is bisected if the mapping says so (which costs no retry) or retried with back-off, and records too
 * old or tried too often are discarded. Returns early, without checkpoint, when the poller closes.
 *
 * @param earlierInvocations how often these records were in a failed invocation before, not counting bisections
 */
export async function workStreamBatch(
  records: readonly StreamRecord[],
  options: BatchOptions,
  earlierInvocations = 0,
): Promise<void> {
  const { mapping } = options;
  let pending = records;
  let invocations = earlierInvocations;
  let lastResult: InvocationResult | undefined;

  while (pending.length > 0 && !options.isClosing()) {
    const tooOld = countTooOld(pending, options);
    if (tooOld > 0) {
      giveUp('RecordAgeExceeded', pending.slice(0, tooOld));
      pending = pending.slice(tooOld);
      continue;
    }
    lastResult = await options.invoke(pending);
    invocations += 1;
    const failedAt = findLowestFailure(lastResult, pending, mapping.reportsBatchItemFailures);
    const done = pending.slice(0, failedAt).at(-1);
    if (done) options.checkpoint(done);
    // What fails while the poller closes may have been ended by that; it is tried again after the next start.
    if (failedAt === undefined || options.isClosing()) return;
    if (failedAt > 0) {
      // What follows the checkpoint is a batch of its own, which was tried once.
      pending = pending.slice(failedAt);
      invocations = 1;
    }
    if (mapping.bisectOnError && pending.length > 1) {
      const middle = Math.ceil(pending.length / 2);
      await workStreamBatch(pending.slice(0, middle), options, invocations - 1);
      await workStreamBatch(pending.slice(middle), options, invocations - 1);
      return;
    }
    if (invocations > allowedRetries(mapping)) {
      giveUp('RetryAttemptsExhausted', pending);
      return;
    }
    await options.pause(Math.min(longestPauseMilliseconds, firstPauseMilliseconds * 2 ** (invocations - 1)));
  }

  function giveUp(condition: DiscardCondition, given: readonly StreamRecord[]): void {
    options.discard({ condition, records: given, invocations, ...(lastResult && { lastResult }) });
    const last = given.at(-1);
    if (last) options.checkpoint(last);
  }
}

/** Index of the first record that has to be tried again, or undefined when all are done. */
function findLowestFailure(
  result: InvocationResult,
  records: readonly StreamRecord[],
  reported: boolean,
): number | undefined {
  if (result.functionError !== undefined) return 0;
  if (!reported) return undefined;
  const identifiers = records.map((record) => record.dynamodb.SequenceNumber);
  const outcome = readBatchFailures(result.payload, new Set(identifiers));
  if (outcome.type === 'all_done') return undefined;
  if (outcome.type === 'all_failed') return 0;
  return identifiers.findIndex((identifier) => outcome.failed.has(identifier));
}

function countTooOld(records: readonly StreamRecord[], options: BatchOptions): number {
  const limit = options.mapping.maximumRecordAgeSeconds ?? -1;
  if (limit < 0) return 0;
  const young = records.findIndex((record) => options.ageSeconds(record) <= limit);
  return young === -1 ? records.length : young;
}

/** Absent and -1 mean for ever, which is Lambda's default. */
function allowedRetries({ maximumRetryAttempts = -1 }: BatchOptions['mapping']): number {
  return maximumRetryAttempts < 0 ? Number.POSITIVE_INFINITY : maximumRetryAttempts;
}
