import { createHash } from 'node:crypto';
import type { QueueMessage } from './message.ts';

export type MessageAttributes = QueueMessage['messageAttributes'];

/** Clients compare it with what they sent. */
export function digestBody(body: string): string {
  return createHash('md5').update(body).digest('hex');
}

/**
 * The digest of message attributes as the SQS developer guide defines it: sorted by name; name, type and
 * value each with their length in four bytes, big-endian; a byte 1 before a text value.
 */
export function digestAttributes(attributes: MessageAttributes): string {
  const hash = createHash('md5');
  const update = (text: string): void => {
    const length = Buffer.alloc(4);
    length.writeUInt32BE(Buffer.byteLength(text));
    hash.update(length).update(text);
  };
  for (const name of Object.keys(attributes).sort()) {
    const attribute = attributes[name];
    if (attribute === undefined) continue;
    update(name);
    update(attribute.DataType);
    hash.update(Buffer.from([1]));
    update(attribute.StringValue);
  }
  return hash.digest('hex');
}
