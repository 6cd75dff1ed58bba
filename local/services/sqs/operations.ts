import { performance } from 'node:perf_hooks';
import type { SqsTemplate, QueueModel } from './model.ts';
import { asStrings, asText, withoutUndefined } from '../../core/assembly/json.ts';
import type { JsonObject } from '../../core/assembly/json.ts';
import type { QueueMessage } from './message.ts';
import type { Queues } from './queues.ts';
import { AwsError } from '../../core/aws-endpoint/aws-error.ts';
import { digestAttributes, digestBody } from './digest.ts';
import { readEntries, readInteger, readMessage } from './input.ts';

export interface SqsContext {
  readonly deployment: SqsTemplate;
  readonly queues: Queues;
  readonly gone: AbortSignal;
}
type OnQueue = (queue: QueueModel, input: JsonObject, context: SqsContext) => object | Promise<object>;

/** Operations that name their queue by URL. Each answers the operation's output. */
export const queueOperations: Readonly<Record<string, OnQueue>> = {
  SendMessage: send,
  SendMessageBatch: (queue, input, context) => batch(input, (entry) => send(queue, entry, context)),
  ReceiveMessage: receive,
  DeleteMessage: remove,
  DeleteMessageBatch: (queue, input, context) => batch(input, (entry) => remove(queue, entry, context)),
  ChangeMessageVisibility: changeVisibility,
  ChangeMessageVisibilityBatch: (queue, input, context) =>
    batch(input, (entry) => changeVisibility(queue, entry, context)),
  PurgeQueue: ({ arn }, _, { queues }) => {
    queues.purge(arn);
    return {};
  },
  GetQueueAttributes: getAttributes,
};

function send({ arn }: QueueModel, input: JsonObject, { queues }: SqsContext): object {
  const { body, messageAttributes, delaySeconds } = readMessage(input);
  const hasAttributes = Object.keys(messageAttributes).length > 0;
  const messageId = queues.send(
    arn,
    withoutUndefined({ body, messageAttributes: hasAttributes ? messageAttributes : undefined, delaySeconds }),
  );
  return withoutUndefined({
    MessageId: messageId,
    MD5OfMessageBody: digestBody(body),
    MD5OfMessageAttributes: hasAttributes ? digestAttributes(messageAttributes) : undefined,
  });
}

/** Waits as long polling does; a client that has gone takes no message with it. */
async function receive({ arn }: QueueModel, input: JsonObject, { queues, gone }: SqsContext): Promise<object> {
  const maximum = readInteger(input, 'MaxNumberOfMessages', 1, 10) ?? 1;
  const visibility = readInteger(input, 'VisibilityTimeout', 0, 43_200);
  const deadline = performance.now() + (readInteger(input, 'WaitTimeSeconds', 0, 20) ?? 0) * 1_000;
  while (!gone.aborted) {
    const messages = queues.receive(arn, maximum, visibility);
    const left = deadline - performance.now();
    if (messages.length > 0) return { Messages: messages.map((message) => describe(message, input)) };
    if (left <= 0) return {};
    await queues.wait(arn, left);
  }
  return {};
}

function describe(message: QueueMessage, input: JsonObject): object {
  const names = [...asStrings(input['AttributeNames']), ...asStrings(input['MessageSystemAttributeNames'])];
  const attributes = pick(message.attributes, names);
  const messageAttributes = pick(message.messageAttributes, asStrings(input['MessageAttributeNames']));
  return withoutUndefined({
    MessageId: message.messageId,
    ReceiptHandle: message.receiptHandle,
    Body: message.body,
    MD5OfBody: digestBody(message.body),
    Attributes: attributes,
    MessageAttributes: messageAttributes,
    MD5OfMessageAttributes: messageAttributes === undefined ? undefined : digestAttributes(messageAttributes),
  });
}

/** What was asked for by name, by `All`, or by a prefix with `.*`; undefined when nothing is left. */
function pick<T>(all: Readonly<Record<string, T>>, names: readonly string[]): Readonly<Record<string, T>> | undefined {
  const wanted = (name: string): boolean =>
    names.some(
      (asked) => asked === 'All' || asked === name || (asked.endsWith('.*') && name.startsWith(asked.slice(0, -2))),
    );
  const entries = Object.entries(all).filter(([name]) => wanted(name));
  return entries.length === 0 ? undefined : Object.fromEntries(entries);
}

function remove({ arn }: QueueModel, input: JsonObject, { queues }: SqsContext): object {
  withHandle(input, (handle) => queues.delete(arn, handle));
  return {};
}

function changeVisibility({ arn }: QueueModel, input: JsonObject, { queues }: SqsContext): object {
  const seconds = readInteger(input, 'VisibilityTimeout', 0, 43_200);
  if (seconds === undefined)
    throw new AwsError('MissingParameter', 'The request must contain the parameter VisibilityTimeout.');
  withHandle(input, (handle) => queues.changeVisibility(arn, handle, seconds));
  return {};
}

function withHandle(input: JsonObject, act: (receiptHandle: string) => void): void {
  const handle = asText(input['ReceiptHandle']) ?? '';
  try {
    act(handle);
  } catch (error) {
    throw new AwsError(
      'ReceiptHandleIsInvalid',
      `The input receipt handle "${handle}" is not valid: ${(error as Error).message}`,
    );
  }
}

/** Each entry by itself: one that is refused fails alone. */
async function batch(input: JsonObject, act: (entry: JsonObject) => object | Promise<object>): Promise<object> {
  const successful: object[] = [];
  const failed: object[] = [];
  for (const entry of readEntries(input)) {
    try {
      successful.push({ Id: entry.Id, ...(await act(entry)) });
    } catch (error) {
      if (!(error instanceof AwsError)) throw error;
      failed.push({ Id: entry.Id, Code: error.code, Message: error.message, SenderFault: true });
    }
  }
  return { Successful: successful, Failed: failed };
}

function getAttributes(queue: QueueModel, input: JsonObject, { queues }: SqsContext): object {
  const counts = queues.counts(queue.arn);
  const redrive = queue.redrive && {
    deadLetterTargetArn: queue.redrive.deadLetterArn,
    maxReceiveCount: queue.redrive.maxReceiveCount,
  };
  const all = withoutUndefined({
    QueueArn: queue.arn,
    ApproximateNumberOfMessages: String(counts.visible),
    ApproximateNumberOfMessagesNotVisible: String(counts.inFlight),
    ApproximateNumberOfMessagesDelayed: String(counts.delayed),
    DelaySeconds: String(queue.delaySeconds),
    MessageRetentionPeriod: String(queue.retentionSeconds),
    VisibilityTimeout: String(queue.visibilityTimeoutSeconds),
    RedrivePolicy: redrive && JSON.stringify(redrive),
  });
  return withoutUndefined({
    Attributes: pick(all as Readonly<Record<string, string>>, asStrings(input['AttributeNames'])),
  });
}
