import type { EventSourceMappingModel } from '../model.ts';
import type { QueueMessage } from '../../sqs/message.ts';
import { compilePattern } from '../../events/event-pattern.ts';
import { toSqsRecord } from './sqs-record.ts';

/**
 * Compiles a mapping's filters on queue messages; a message passes when any of them matches, or there is none.
 *
 * As Lambda documents for SQS: filters look at the record that the function would get. A filter with an object under `body` sees the body as JSON and matches no other;
 * one with a list under `body` sees plain text and matches no JSON.
 *
 * @throws Error naming mapping and field for a filter that is not a pattern.
 */
export function compileMessageFilter(
  mapping: EventSourceMappingModel,
  region: string,
): (message: QueueMessage) => boolean {
  if (mapping.filters.length === 0) return () => true;
  const filters = mapping.filters.map((filter, index) => ({
    matches: compilePattern(filter, `${mapping.path} filter ${index + 1}`),
    body: 'body' in filter ? (Array.isArray(filter['body']) ? 'text' : 'json') : 'unused',
  }));
  return (message) => {
    const parsed = parseJson(message.body);
    const record = toSqsRecord(message, mapping.sourceArn, region);
    return filters.some(({ matches, body }) => {
      if (body === 'json' && parsed === undefined) return false;
      if (body === 'text' && parsed !== undefined) return false;
      return matches(body === 'json' ? { ...record, body: parsed } : record);
    });
  };
}

function parseJson(text: string): object | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? value : undefined;
  } catch {
    return undefined;
  }
}
