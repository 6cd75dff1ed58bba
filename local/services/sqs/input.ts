import { asNumber, asObject, asText } from '../../core/assembly/json.ts';
import type { Json, JsonObject } from '../../core/assembly/json.ts';
import { AwsError } from '../../core/aws-endpoint/aws-error.ts';
import type { MessageAttributes } from './digest.ts';

const maximumBytes = 1024 * 1024;
/** SQS takes the characters that XML 1.0 takes. */
const forbidden = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/u;

export interface MessageInput {
  readonly body: string;
  readonly messageAttributes: MessageAttributes;
  readonly delaySeconds: number | undefined;
}

/** The message of a SendMessage or of one entry of a batch. Throws an AwsError for what SQS refuses. */
export function readMessage(input: JsonObject): MessageInput {
  const body = asText(input['MessageBody']);
  if (body === undefined || body === '')
    throw new AwsError('MissingParameter', 'The request must contain the parameter MessageBody.');
  if (forbidden.test(body))
    throw new AwsError(
      'InvalidMessageContents',
      'Invalid characters found. Valid unicode characters are #x9 | #xA | #xD | #x20 to #xD7FF | #xE000 to #xFFFD | #x10000 to #x10FFFF',
    );
  const messageAttributes = readAttributes(input['MessageAttributes']);
  const size =
    Buffer.byteLength(body) +
    Buffer.byteLength(
      Object.entries(messageAttributes)
        .flatMap(([name, { DataType, StringValue }]) => [name, DataType, StringValue])
        .join(''),
    );
  if (size > maximumBytes)
    throw new AwsError(
      'InvalidParameterValue',
      `One or more parameters are invalid. Reason: Message must be shorter than ${maximumBytes} bytes.`,
    );
  return { body, messageAttributes, delaySeconds: readInteger(input, 'DelaySeconds', 0, 900) };
}

function readAttributes(value: Json | undefined): MessageAttributes {
  return Object.fromEntries(
    Object.entries(asObject(value)).map(([name, content]) => {
      const { DataType, StringValue } = asObject(content);
      if (typeof DataType !== 'string' || typeof StringValue !== 'string') {
        throw new AwsError(
          'InvalidParameterValue',
          `The message attribute '${name}' must hold a DataType and a StringValue: binary values are not supported locally.`,
        );
      }
      return [name, { DataType, StringValue }];
    }),
  );
}

/** An integer in bounds, or undefined when it is absent. */
export function readInteger(input: JsonObject, name: string, minimum: number, maximum: number): number | undefined {
  const value = asNumber(input[name]);
  if (value === undefined) return undefined;
  if (!Number.isInteger(value) || value < minimum || value > maximum) {
    throw new AwsError(
      'InvalidParameterValue',
      `Value ${String(input[name])} for parameter ${name} is invalid. Reason: Must be between ${minimum} and ${maximum}, if provided.`,
    );
  }
  return value;
}

/** Entries of a batch, checked as SQS checks them before it looks at any of them. */
export function readEntries(input: JsonObject): readonly (JsonObject & { readonly Id: string })[] {
  const entries = (Array.isArray(input['Entries']) ? (input['Entries'] as readonly Json[]) : []).map((value) => {
    const entry = asObject(value);
    return { ...entry, Id: asText(entry['Id']) ?? '' };
  });
  if (entries.length === 0)
    throw new AwsError('EmptyBatchRequest', 'There should be at least one entry in the request.');
  if (entries.length > 10)
    throw new AwsError(
      'TooManyEntriesInBatchRequest',
      `Maximum number of entries per request are 10. You have sent ${entries.length}.`,
    );
  if (new Set(entries.map(({ Id }) => Id)).size < entries.length)
    throw new AwsError('BatchEntryIdsNotDistinct', 'Two or more batch entries in the request have the same Id.');
  if (entries.some(({ Id }) => !/^[\w-]{1,80}$/.test(Id)))
    throw new AwsError(
      'InvalidBatchEntryId',
      'A batch entry id can only contain alphanumeric characters, hyphens and underscores. It can be at most 80 letters long.',
    );
  return entries;
}
