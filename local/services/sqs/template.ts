import type { Catalog } from '../../core/assembly/catalog.ts';
import type { PolicyStatement } from '../../core/access/policy-statement.ts';
import type { QueueModel } from './model.ts';
import { asNumber, asObject, asStrings, asText, isJsonObject, withoutUndefined } from '../../core/assembly/json.ts';
import type { Json, JsonObject } from '../../core/assembly/json.ts';
import { readStatements } from '../../core/access/policy-document.ts';
import { noEffect, object, only, tags, used } from '../../core/assembly/property-rules.ts';
import type { ResourceTypes } from '../../core/assembly/resource.ts';

const encryption = noEffect('local queues are not encrypted');

export const sqsTypes: ResourceTypes = {
  'AWS::SQS::Queue': {
    rules: {
      DelaySeconds: used,
      FifoQueue: only(false),
      KmsDataKeyReusePeriodSeconds: encryption,
      KmsMasterKeyId: encryption,
      MaximumMessageSize: only(1_048_576),
      MessageRetentionPeriod: used,
      QueueName: used,
      ReceiveMessageWaitTimeSeconds: noEffect('long polling by default only saves requests'),
      RedriveAllowPolicy: noEffect(
        'it guards who may be configured to redrive here, which the template itself decides',
      ),
      RedrivePolicy: object({ deadLetterTargetArn: used, maxReceiveCount: used }),
      SqsManagedSseEnabled: encryption,
      Tags: tags,
      VisibilityTimeout: used,
    },
    identify: ({ properties, generatedName }, { region, account, endpointPort }) => {
      const name = asText(properties['QueueName']) ?? generatedName(80);
      const url = `http://127.0.0.1:${endpointPort}/${account}/${name}`;
      return {
        ref: url,
        attributes: { Arn: `arn:aws:sqs:${region}:${account}:${name}`, QueueName: name, QueueUrl: url },
      };
    },
  },
  'AWS::SQS::QueuePolicy': {
    rules: { PolicyDocument: used, Queues: used },
    identify: ({ generatedName }) => ({ ref: generatedName() }),
  },
};

/** Queues with the policies attached to them. Defaults are those of SQS: 30 s hidden, 4 days kept. */
export function readQueues(catalog: Catalog): readonly QueueModel[] {
  const policies = new Map<string, readonly PolicyStatement[]>();
  catalog.read('AWS::SQS::QueuePolicy', ({ properties, path }) => {
    for (const url of asStrings(properties['Queues']))
      policies.set(url, readStatements(properties['PolicyDocument'], path));
  });
  return catalog.read('AWS::SQS::Queue', ({ properties, ref, attributes }) =>
    withoutUndefined({
      name: attributes['QueueName'] ?? '',
      arn: attributes['Arn'] ?? '',
      url: ref,
      visibilityTimeoutSeconds: asNumber(properties['VisibilityTimeout']) ?? 30,
      retentionSeconds: asNumber(properties['MessageRetentionPeriod']) ?? 345_600,
      delaySeconds: asNumber(properties['DelaySeconds']) ?? 0,
      redrive: readRedrive(properties['RedrivePolicy']),
      policy: policies.get(ref) ?? [],
    }),
  );
}

function readRedrive(policy: Json | undefined): QueueModel['redrive'] {
  if (!isJsonObject(policy)) return undefined;
  const { deadLetterTargetArn, maxReceiveCount }: JsonObject = asObject(policy);
  return { deadLetterArn: asText(deadLetterTargetArn) ?? '', maxReceiveCount: asNumber(maxReceiveCount) ?? 0 };
}
