import type { Message } from '@aws-sdk/client-sqs';
import type { DeadLetterQueue } from './dead-letter-queues.ts';

/** A message in a dead-letter queue. Its body holds personal data. */
export interface DeadLetter {
  readonly messageId: string;
  readonly receiptHandle: string;
  readonly body: string;
  /** A code, e.g. `invalid_event`. */
  readonly reason: string;
  /** Paths of fields, or a service's error code; empty where nothing more is known. */
  readonly detail: string;
}

/** An event of the bus, as far as it can be put there again. */
export interface BusEvent {
  readonly source: string;
  readonly type: string;
  readonly detail: unknown;
  /** RFC 3339. */
  readonly time?: string;
}

/** A dead letter as it was received, with the reason for which it lies there. */
export function toDeadLetter(kind: DeadLetterQueue['kind'], message: Message): DeadLetter {
  const body = message.Body ?? '';
  const attribute = (name: string) => message.MessageAttributes?.[name]?.StringValue;
  const deadLetter = { messageId: message.MessageId ?? '', receiptHandle: message.ReceiptHandle ?? '', body };
  const reason = attribute('reason');
  if (reason !== undefined) return { ...deadLetter, reason, detail: attribute('detail') ?? '' };
  // EventBridge and EventBridge Scheduler say so of what they could not deliver.
  const errorCode = attribute('ERROR_CODE');
  if (errorCode !== undefined) return { ...deadLetter, reason: 'not_delivered', detail: errorCode };
  if (kind === 'unrouted') return { ...deadLetter, reason: String(toObject(body)['reason'] ?? 'unknown'), detail: '' };
  if (kind === 'stream') {
    const { condition } = toObject(JSON.stringify(toObject(body)['requestContext'] ?? {}));
    return {
      ...deadLetter,
      reason: 'stream_records_discarded',
      detail: typeof condition === 'string' ? condition : '',
    };
  }
  // SQS itself moves a message that was received too often, and says nothing.
  return { ...deadLetter, reason: 'attempts_exhausted', detail: '' };
}

/** The event of an unrouted dead letter, or of a correction of one, with or without the wrapping; `undefined` when it is none. */
export function toBusEvent(body: string): BusEvent | undefined {
  const outer = toObject(body);
  const event = 'event' in outer ? toObject(JSON.stringify(outer['event'] ?? null)) : outer;
  const { source, 'detail-type': type, detail, time } = event;
  if (typeof source !== 'string' || typeof type !== 'string' || typeof detail !== 'object' || detail === null)
    return undefined;
  return { source, type, detail, ...(typeof time === 'string' ? { time } : {}) };
}

/** What stays the same when a dead letter is sent on and comes back: SQS gives a new ID, and the bus a new envelope. */
export function identityOf(kind: DeadLetterQueue['kind'], body: string): string {
  const event = kind === 'unrouted' ? toBusEvent(body) : undefined;
  return event ? JSON.stringify([event.source, event.type, event.detail]) : body;
}

function toObject(json: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(json);
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}
