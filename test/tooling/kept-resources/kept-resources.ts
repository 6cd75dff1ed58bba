import { resolve } from '../../../local/core/assembly/intrinsics.ts';
import type { Json } from '../../../local/core/assembly/json.ts';
import type { SynthesizedStage } from '../../infra/synthesized-stage.ts';

/** What a resource is recorded with: a change of any of it replaces the resource, or lets go of what it holds. */
export type Kept = Readonly<Record<string, Json>>;
/** By stack, without the stage, and logical ID: what CloudFormation knows a resource by. */
export type KeptResources = Readonly<Record<string, Kept>>;

/** Of types that hold something, or that others know by an address: properties whose update is a replacement, or a loss. */
const properties: Readonly<Record<string, readonly string[]>> = {
  'AWS::ApiGatewayV2::Api': ['ProtocolType'],
  'AWS::CloudFront::Distribution': [],
  'AWS::Cognito::UserPool': [
    'AliasAttributes',
    'DeletionProtection',
    'Schema',
    'UsernameAttributes',
    'UsernameConfiguration',
  ],
  'AWS::Cognito::UserPoolClient': ['GenerateSecret', 'UserPoolId'],
  'AWS::Cognito::UserPoolDomain': ['Domain', 'UserPoolId'],
  'AWS::Cognito::UserPoolResourceServer': ['Identifier', 'UserPoolId'],
  'AWS::DynamoDB::Table': [
    'DeletionProtectionEnabled',
    'GlobalSecondaryIndexes',
    'KeySchema',
    'PointInTimeRecoverySpecification',
    'SSESpecification',
    // Another stream has none of the records of the one before.
    'StreamSpecification',
    'TableName',
    'TimeToLiveSpecification',
  ],
  'AWS::Events::Archive': ['ArchiveName', 'SourceArn'],
  'AWS::Events::EventBus': ['Name'],
  'AWS::IAM::Role': ['Path', 'RoleName'],
  'AWS::KMS::Key': ['KeySpec', 'KeyUsage', 'MultiRegion'],
  'AWS::S3::Bucket': ['BucketName'],
  'AWS::SES::EmailIdentity': ['EmailIdentity'],
  'AWS::SNS::Topic': ['FifoTopic', 'TopicName'],
  'AWS::SQS::Queue': ['FifoQueue', 'QueueName'],
  // With its group go all schedules that functions made: the deadlines of alerts.
  'AWS::Scheduler::ScheduleGroup': ['Name'],
};

/** Those that hold or are known by something, as their templates have them. */
export function keptResources({ resources }: Pick<SynthesizedStage, 'resources'>, stage: string): KeptResources {
  const scope = {
    ref: (name: string) => `<${name}>`,
    attribute: (id: string, attribute: string) => `<${id}.${attribute}>`,
    importValue: (name: string) => `<${name}>`,
    stackOutput: (stack: string, output: string) => `<${stack}.${output}>`,
    condition: () => true,
  };
  const withoutStage = (text: string): string => text.replaceAll(`ssc-${stage}`, 'ssc-<stage>');
  const kept = resources.flatMap((resource) => {
    const names = properties[resource.type];
    // A role is known by its name alone.
    if (names === undefined || (resource.type === 'AWS::IAM::Role' && resource.properties['RoleName'] === undefined))
      return [];
    const values = names
      .filter((name) => resource.properties[name] !== undefined)
      .map((name) => [name, resolve(resource.properties[name] as Json, scope)] as const);
    const record = {
      Type: resource.type,
      ...Object.fromEntries(values),
      ...(resource.deletionPolicy !== undefined && { DeletionPolicy: resource.deletionPolicy }),
      ...(resource.updateReplacePolicy !== undefined && { UpdateReplacePolicy: resource.updateReplacePolicy }),
    };
    return [
      [
        withoutStage(`${resource.stack} ${resource.id}`),
        JSON.parse(withoutStage(JSON.stringify(record))) as Kept,
      ] as const,
    ];
  });
  return Object.fromEntries(kept.toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

export interface KeptDifferences {
  /** What would be lost, each in a sentence. */
  readonly losses: readonly string[];
  /** What is not recorded yet. */
  readonly fresh: readonly string[];
}

/** @param stacks that the stage has: those of others are not looked for. */
export function compareKept(recorded: KeptResources, now: KeptResources, stacks: readonly string[]): KeptDifferences {
  const expected = Object.entries(recorded).filter(([id]) => stacks.includes(id.split(' ')[0] ?? ''));
  return {
    losses: expected.flatMap(([id, before]) => lossesOf(id, before, now[id])),
    fresh: Object.keys(now).filter((id) => recorded[id] === undefined),
  };
}

function lossesOf(id: string, before: Kept, after: Kept | undefined): readonly string[] {
  const type = String(before['Type']);
  if (after === undefined)
    return [`${id} (${type}) would be gone, or be another resource: its logical ID is its identity.`];
  return [...new Set([...Object.keys(before), ...Object.keys(after)])]
    .filter((name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]))
    .map((name) => `${id} (${type}): ${name} was ${shown(before[name])} and would be ${shown(after[name])}.`);
}

function shown(value: Json | undefined): string {
  return value === undefined ? 'not set' : JSON.stringify(value);
}
