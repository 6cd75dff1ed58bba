import type { Account } from '../../core/assembly/resource.ts';
import type { SqsTemplate, QueueModel } from './model.ts';
import { asText } from '../../core/assembly/json.ts';
import type { JsonObject } from '../../core/assembly/json.ts';
import type { Queues } from './queues.ts';
import { AwsError, queryCodes } from '../../core/aws-endpoint/aws-error.ts';
import { jsonReply, parseJsonCall } from '../../core/aws-endpoint/endpoint-service.ts';
import type { EndpointService, ParsedCall, Requirement } from '../../core/aws-endpoint/endpoint-service.ts';
import { queueOperations } from './operations.ts';
import { redrive, redriveRequirements } from './redrive.ts';

const operations = new Set([...Object.keys(queueOperations), ...['GetQueueUrl', 'ListQueues', 'StartMessageMoveTask']]);
const sqsCodes = { ...queryCodes, QueueDoesNotExist: 'AWS.SimpleQueueService.NonExistentQueue' };

export function createSqsEndpoint(deployment: Account & SqsTemplate, queues: Queues): EndpointService {
  const find = ({ QueueUrl, QueueName }: JsonObject): QueueModel => {
    const name = nameOf(QueueUrl ?? QueueName);
    const queue = deployment.queues.find((candidate) => candidate.name === name);
    if (queue === undefined) throw new AwsError('QueueDoesNotExist', `The specified queue does not exist: ${name}.`);
    return queue;
  };
  return {
    name: 'sqs',
    operations: [...operations],
    errors: { style: 'json', namespace: 'com.amazonaws.sqs', queryCodes: sqsCodes },
    refusalStatus: 403,
    parse: (request) => parseJsonCall(request, ['AmazonSQS'], operations),
    requirements: (call) => requirements(call, deployment),
    countItems: ({ input }) => (Array.isArray(input['Entries']) ? input['Entries'].length : 1),
    perform: async ({ operation, input, gone }) => {
      switch (operation) {
        case 'GetQueueUrl':
          return jsonReply({ QueueUrl: find(input).url }, '1.0');
        case 'ListQueues': {
          const prefix = asText(input['QueueNamePrefix']) ?? '';
          return jsonReply(
            { QueueUrls: deployment.queues.filter(({ name }) => name.startsWith(prefix)).map(({ url }) => url) },
            '1.0',
          );
        }
        case 'StartMessageMoveTask':
          return jsonReply(redrive(input, deployment, queues), '1.0');
        default:
          return jsonReply(
            (await queueOperations[operation]?.(find(input), input, { deployment, queues, gone })) ?? {},
            '1.0',
          );
      }
    },
  };
}

/** A batch needs the permission of its single operation. */
function requirements({ operation, input }: ParsedCall, deployment: Account & SqsTemplate): readonly Requirement[] {
  if (operation === 'StartMessageMoveTask') return redriveRequirements(input, deployment);
  const arn = (name: string): string => `arn:aws:sqs:${deployment.region}:${deployment.account}:${name}`;
  const resource = operation === 'ListQueues' ? arn('*') : arn(nameOf(input['QueueUrl'] ?? input['QueueName']));
  return [{ action: `sqs:${operation.replace(/Batch$/, '')}`, resource, context: {} }];
}

/** A queue is known by the last part of its URL, whichever host the client reached it by. */
function nameOf(value: JsonObject[string] | undefined): string {
  return (asText(value) ?? '').replace(/^.*\//, '');
}
