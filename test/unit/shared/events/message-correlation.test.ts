import type { SQSRecord } from 'aws-lambda';
import { describe, expect, it } from 'vitest';
import { correlationOf } from '../../../../shared/events/message-correlation.ts';
import { buildSqsEvent } from '../../../builders/items/sqs-event.ts';

const [record] = buildSqsEvent({}).Records as [SQSRecord];
const sentWith = (stringValue: string): SQSRecord => ({
  ...record,
  messageAttributes: { correlationId: { stringValue, dataType: 'String' } },
});

describe('the ID by which a message is worked on', () => {
  it.each([
    ['what the sender says beside it', sentWith('request-1'), { detail: { correlationId: 'other' } }, 'request-1'],
    ['what the event says', record, { id: 'event-1', detail: { correlationId: 'request-1' } }, 'request-1'],
    ["the event's own", record, { id: 'event-1', detail: {} }, 'event-1'],
    ["the event's own, where it says nonsense", record, { id: 'event-1', detail: { correlationId: 'a b' } }, 'event-1'],
    ["the message's own", record, { step: 'cover' }, 'm0'],
    ["the message's own, of what is no object", record, [1], 'm0'],
    ["the message's own, of what is no JSON", record, undefined, 'm0'],
  ])('is %s', (_, from, message, id) => expect(correlationOf(from, message)).toBe(id));
});
