import { describe, expect, it } from 'vitest';
import { identityOf, toBusEvent, toDeadLetter } from '../../../ops/dead-letter.ts';

const event = { source: 'marketplace.risk', 'detail-type': 'Odd', detail: { a: 1 }, time: '2026-11-22T12:00:00Z' };
const wrapped = JSON.stringify({ reason: 'unknown_event_type', event });
const message = (Body: string, attributes: Readonly<Record<string, string>> = {}) => ({
  MessageId: 'm',
  ReceiptHandle: 'r',
  Body,
  MessageAttributes: Object.fromEntries(
    Object.entries(attributes).map(([name, StringValue]) => [name, { DataType: 'String', StringValue }]),
  ),
});

describe('a dead letter', () => {
  it.each([
    [
      'a consumer',
      'work',
      message('x', { reason: 'invalid_event', detail: 'detail.amount' }),
      'invalid_event',
      'detail.amount',
    ],
    [
      'EventBridge',
      'work',
      message('x', { ERROR_CODE: 'NO_PERMISSIONS', ERROR_MESSAGE: 'm' }),
      'not_delivered',
      'NO_PERMISSIONS',
    ],
    ['SQS', 'work', message('not json'), 'attempts_exhausted', ''],
    ['the rule for unknown events', 'unrouted', message(wrapped), 'unknown_event_type', ''],
    [
      'Lambda, of a stream',
      'stream',
      message('{"requestContext":{"condition":"RetryAttemptsExhausted"}}'),
      'stream_records_discarded',
      'RetryAttemptsExhausted',
    ],
    ['nobody, of a stream', 'stream', message('{}'), 'stream_records_discarded', ''],
  ] as const)('has the reason that %s gives', (_, kind, received, reason, detail) => {
    expect(toDeadLetter(kind, received)).toMatchObject({ messageId: 'm', reason, detail });
  });

  it('holds an event of the bus, wrapped or not', () => {
    const found = { source: 'marketplace.risk', type: 'Odd', detail: { a: 1 }, time: '2026-11-22T12:00:00Z' };
    expect(toBusEvent(wrapped)).toEqual(found);
    expect(toBusEvent(JSON.stringify(event))).toEqual(found);
    for (const none of ['', 'x', '[]', '{}', '{"event":null}', '{"source":"a","detail-type":"b","detail":"c"}'])
      expect(toBusEvent(none)).toBeUndefined();
  });

  it('is known again when the bus has put a new envelope around it', () => {
    const again = JSON.stringify({ reason: 'unknown_event_type', event: { ...event, id: 'new', time: 'later' } });
    expect(identityOf('unrouted', again)).toBe(identityOf('unrouted', wrapped));
    expect(identityOf('work', again)).not.toBe(identityOf('work', wrapped));
  });
});
