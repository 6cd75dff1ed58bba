import { marshall } from '@aws-sdk/util-dynamodb';
import type { DynamoDBStreamEvent } from 'aws-lambda';
import { describe, expect, it } from 'vitest';
import { outboxItem } from '../../../../shared/events/outbox.ts';
import { publishRecords } from '../../../../shared/events/publish-records.ts';
import { buildOutboxEvent, fakeOutbox } from '../../../builders/items/unpublished.ts';

describe('publishRecords', () => {
  const record = (sequence: string, image?: Record<string, unknown>) => ({
    eventName: 'INSERT',
    dynamodb: {
      SequenceNumber: sequence,
      ...(image ? { NewImage: marshall(image, { removeUndefinedValues: true }) } : {}),
    },
  });
  const item = (eventId: string) => outboxItem('s', buildOutboxEvent({ eventId }));
  const stream = (...records: object[]) => ({ Records: records }) as unknown as DynamoDBStreamEvent;

  it('publishes the outbox items of a batch and passes over everything else', async () => {
    const outbox = fakeOutbox([]);
    const batch = stream(
      record('1', item('e1')),
      record('2', { pk: 'SHOP#s', sk: 'LEDGER' }),
      record('3'),
      record('4', item('e2')),
    );
    expect(await publishRecords(outbox)(batch)).toEqual({ batchItemFailures: [] });
    expect(outbox.published).toEqual(['e1', 'e2']);
  });

  it('reports the records whose events the bus refused', async () => {
    const outbox = fakeOutbox([], new Set(['e2', 'e3']));
    const batch = stream(record('1', item('e1')), record('2', item('e2')), record('3', item('e3')));
    expect(await publishRecords(outbox)(batch)).toEqual({
      batchItemFailures: [{ itemIdentifier: '2' }, { itemIdentifier: '3' }],
    });
  });
});
