import { randomUUID } from 'node:crypto';
import type { SqsTemplate, QueueModel } from './model.ts';
import { asText } from '../../core/assembly/json.ts';
import type { JsonObject } from '../../core/assembly/json.ts';
import type { Queues } from './queues.ts';
import { AwsError } from '../../core/aws-endpoint/aws-error.ts';
import type { Requirement } from '../../core/aws-endpoint/endpoint-service.ts';

interface Move {
  readonly source: QueueModel;
  readonly destination: QueueModel;
}

/** Where a StartMessageMoveTask leads: the queue it names, or the one queue whose dead letters the source takes. */
function planMove(input: JsonObject, { queues }: SqsTemplate): Move {
  const source = queues.find(({ arn }) => arn === asText(input['SourceArn']));
  if (source === undefined)
    throw new AwsError(
      'ResourceNotFoundException',
      'The resource that you specified for the SourceArn parameter doesn’t exist.',
    );
  const sending = queues.filter(({ redrive }) => redrive?.deadLetterArn === source.arn);
  const [only] = sending;
  if (only === undefined)
    throw new AwsError('InvalidParameterValue', 'Source queue must be configured as a Dead Letter Queue.');
  const named = asText(input['DestinationArn']);
  if (named === undefined && sending.length > 1) {
    throw new AwsError(
      'InvalidParameterValue',
      `${sending.length} queues send their dead letters to ${source.name}: name one as DestinationArn.`,
    );
  }
  const destination = named === undefined ? only : queues.find(({ arn }) => arn === named);
  if (destination === undefined)
    throw new AwsError(
      'ResourceNotFoundException',
      'The resource that you specified for the DestinationArn parameter doesn’t exist.',
    );
  return { source, destination };
}

/** As SQS asks for them: the task itself, and what it does on the caller's behalf. */
export function redriveRequirements(input: JsonObject, deployment: SqsTemplate): readonly Requirement[] {
  const { source, destination } = planMove(input, deployment);
  const onSource = ['StartMessageMoveTask', 'ReceiveMessage', 'DeleteMessage', 'GetQueueAttributes'];
  return [
    ...onSource.map((action) => ({ action: `sqs:${action}`, resource: source.arn, context: {} })),
    { action: 'sqs:SendMessage', resource: destination.arn, context: {} },
  ];
}

/** Moves what is receivable now, at once: there are few messages on one machine, and nobody to watch a task. */
export function redrive(input: JsonObject, deployment: SqsTemplate, queues: Queues): object {
  const { source, destination } = planMove(input, deployment);
  for (let left = queues.counts(source.arn).visible; left > 0; ) {
    const messages = queues.receive(source.arn, 10, 60);
    if (messages.length === 0) break;
    left -= messages.length;
    for (const { body, messageAttributes, receiptHandle } of messages) {
      // Sent before it is deleted: a crash between the two leaves one too many, never one too few.
      queues.send(destination.arn, { body, messageAttributes });
      queues.delete(source.arn, receiptHandle);
    }
  }
  return { TaskHandle: randomUUID() };
}
