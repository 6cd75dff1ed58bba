import type { SQSRecord } from 'aws-lambda';
import { firstCorrelationId } from '../logs/correlation.ts';

/**
 * By which ID the work on a message goes: of what the message follows from, when the sender says so, in the event's detail or beside a
 * message of our own; else the event's own, which EventBridge gives, or the message's.
 *
 * @param message what the record's body holds, whatever that is.
 */
export function correlationOf({ messageAttributes, messageId }: SQSRecord, message: unknown): string {
  const { detail, id } = fieldsOf(message);
  return firstCorrelationId(
    messageAttributes[correlationAttribute]?.stringValue,
    fieldsOf(detail)['correlationId'],
    id,
    messageId,
  );
}

/** Of messages that functions send each other. */
export const correlationAttribute = 'correlationId';

function fieldsOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}
