import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { AccessRequest } from '../../../../../core/access/access-request.ts';
import { createClock } from '../../../../../core/state/clock.ts';
import { openJournal } from '../../../../../core/state/journal.ts';
import { createTtlRemovals } from '../../../../../services/dynamodb/ttl-removals.ts';
import { createEventSources } from '../../../../../services/lambda/event-sources/event-sources.ts';
import { createQueues } from '../../../../../services/sqs/queues.ts';
import {
  buildAuthorizer,
  buildDeployment,
  buildFunction,
  buildMapping,
  buildQueue,
  buildTable,
} from '../../../../../../test/builders/local-deployment.ts';
import { collectLog } from '../../../../../../test/tooling/log-scan/collected-log.ts';

const queue = buildQueue();
const table = buildTable();
const ofStream = buildMapping({
  path: 'Test/Stream',
  sourceArn: table.streamArn ?? '',
  startingPosition: 'TRIM_HORIZON',
});

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function open(mappings = [buildMapping(), ofStream], refuses?: (request: AccessRequest) => boolean) {
  const deployment = buildDeployment({
    functions: [buildFunction()],
    queues: [queue],
    tables: [buildTable({ name: 'without', streamArn: undefined as never }), table],
    eventSourceMappings: mappings,
  });
  const journal = openJournal(undefined);
  const clock = createClock(journal);
  const queues = createQueues(deployment, { clock, journal });
  const asked = { stream: 0 };
  const invoked: unknown[] = [];
  const invoke = async (_: string, payload: unknown) => {
    invoked.push(payload);
    return { payload: null, durationMilliseconds: 1, requestId: 'r' };
  };
  /** A stream in which nothing has been written yet. */
  const emptyStream = <Answer>(): Promise<Answer> => {
    asked.stream += 1;
    return Promise.resolve({ StreamDescription: { Shards: [] } } as Answer);
  };
  const sources = createEventSources(deployment, {
    client: { table: emptyStream, streams: emptyStream },
    engineStreams: new Map([[table.streamArn ?? '', 'arn:engine']]),
    removals: createTtlRemovals(journal, clock.now),
    functions: { invoke, concurrency: () => 1 },
    authorizer: buildAuthorizer(refuses),
    ...{ queues, clock, journal, log: collectLog().log },
  });
  return { sources, queues, asked, invoked };
}
const settle = () => vi.advanceTimersByTimeAsync(0);

describe('createEventSources', () => {
  it('works queues and streams, from the start to the end', async () => {
    const { sources, queues, asked, invoked } = open();
    queues.send(queue.arn, { body: 'waits' });
    await settle();
    expect([invoked, asked.stream]).toEqual([[], 0]);
    sources.start();
    await settle();
    expect(invoked).toMatchObject([{ Records: [{ body: 'waits' }] }]);
    expect(asked.stream).toBe(1);
    await sources.close();
    queues.send(queue.arn, { body: 'late' });
    await vi.advanceTimersByTimeAsync(60_000);
    expect([invoked.length, asked.stream]).toEqual([1, 1]);
  });

  it('passes a hint on to the streams, which look at once', async () => {
    const { sources, asked } = open();
    sources.start();
    await settle();
    sources.hint();
    await settle();
    expect(asked.stream).toBe(2);
    await sources.close();
  });

  it('leaves what is disabled alone', async () => {
    const { sources, asked } = open([{ ...ofStream, enabled: false }]);
    sources.start();
    await vi.advanceTimersByTimeAsync(1_000);
    expect(asked.stream).toBe(0);
  });

  it('names the mapping that cannot work: of an unknown source, or with a role that may not', () => {
    expect(() => open([buildMapping({ sourceArn: 'arn:gone' })])).toThrow('Test/Mapping: there is no queue arn:gone');
    const refusing = open([ofStream], ({ action }) => action === 'dynamodb:GetRecords');
    expect(() => refusing.sources.start()).toThrow(/^Test\/Stream: .* may not dynamodb:GetRecords/);
  });
});
