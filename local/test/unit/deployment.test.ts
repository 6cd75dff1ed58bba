import { describe, expect, it } from 'vitest';
import { loadDeployment } from '../../deployment.ts';
import { assetKey, policy, role, writeAssembly } from '../builders/write-assembly.ts';
import type { StackFixture } from '../builders/write-assembly.ts';

const place = { account: '000000000000', region: 'us-east-1', endpointPort: 4001 };
const load = (stacks: Record<string, StackFixture>) => loadDeployment(writeAssembly(stacks), place);
const table = {
  Type: 'AWS::DynamoDB::Table',
  Properties: {
    TableName: 'ssc-local',
    BillingMode: 'PAY_PER_REQUEST',
    AttributeDefinitions: [
      { AttributeName: 'pk', AttributeType: 'S' },
      { AttributeName: 'listPk', AttributeType: 'S' },
    ],
    KeySchema: [{ AttributeName: 'pk', KeyType: 'HASH' }],
    GlobalSecondaryIndexes: [
      {
        IndexName: 'listing',
        KeySchema: [{ AttributeName: 'listPk', KeyType: 'HASH' }],
        Projection: { ProjectionType: 'ALL' },
      },
    ],
    StreamSpecification: { StreamViewType: 'NEW_AND_OLD_IMAGES' },
    TimeToLiveSpecification: { AttributeName: 'ttl', Enabled: true },
  },
};
const lambda = {
  Type: 'AWS::Lambda::Function',
  Properties: {
    FunctionName: 'ssc-local-gate',
    Code: { S3Bucket: 'assets', S3Key: assetKey },
    Handler: 'index.handler',
    Role: { 'Fn::GetAtt': ['Role', 'Arn'] },
    Runtime: 'nodejs24.x',
    Environment: { Variables: { TABLE_NAME: { 'Fn::ImportValue': 'data:Table' }, DEADLINE: 150 } },
  },
};

describe('loadDeployment', () => {
  it('reads tables, and what other stacks import of them', () => {
    const deployment = load({
      data: {
        Resources: { Table: table },
        Outputs: { T: { Value: { Ref: 'Table' }, Export: { Name: 'data:Table' } } },
      },
      app: { Resources: { Role: role('lambda.amazonaws.com'), Gate: lambda } },
    });
    expect(deployment.tables).toMatchObject([
      {
        name: 'ssc-local',
        key: { partitionKey: 'pk' },
        ttlAttribute: 'ttl',
        indexes: [{ name: 'listing', partitionKey: 'listPk', projection: 'ALL' }],
      },
    ]);
    expect(deployment.functions).toMatchObject([
      {
        name: 'ssc-local-gate',
        path: 'app/Gate',
        timeoutSeconds: 3,
        environment: { TABLE_NAME: 'ssc-local', DEADLINE: '150' },
      },
    ]);
    expect(deployment.functions[0]?.codeDirectory).toMatch(/asset\.abc123$/);
    expect(deployment.outputs).toEqual({ T: 'ssc-local' });
  });

  it('reads an output of another stack by its name', () => {
    const value = { 'Fn::GetStackOutput': { StackName: 'data', OutputName: 'T', Region: { Ref: 'AWS::Region' } } };
    const gate = { ...lambda, Properties: { ...lambda.Properties, Environment: { Variables: { TABLE_NAME: value } } } };
    const deployment = load({
      data: { Resources: { Table: table }, Outputs: { T: { Value: { Ref: 'Table' } } } },
      app: { Resources: { Role: role('lambda.amazonaws.com'), Gate: gate } },
    });
    expect(deployment.functions[0]?.environment).toEqual({ TABLE_NAME: 'ssc-local' });
  });

  it('gathers a role’s statements from everywhere they can stand', () => {
    const read = { Effect: 'Allow', Action: 'dynamodb:GetItem', Resource: '*' };
    const deployment = load({
      app: {
        Resources: {
          Role: role('lambda.amazonaws.com', [read]),
          Attached: {
            Type: 'AWS::IAM::Policy',
            Properties: {
              PolicyName: 'P',
              PolicyDocument: policy({ ...read, Action: ['sqs:*'] }),
              Roles: [{ Ref: 'Role' }],
            },
          },
        },
      },
    });
    expect(deployment.roles[0]?.statements.map(({ actions, source }) => [actions, source])).toEqual([
      [['dynamodb:GetItem'], 'app/Role/Inline #1'],
      [['sqs:*'], 'app/Attached #1'],
    ]);
  });

  it('gives queues their address at the AWS endpoint, their policy and their dead letters', () => {
    const deployment = load({
      app: {
        Resources: {
          Dead: { Type: 'AWS::SQS::Queue', Properties: { QueueName: 'dead' } },
          Queue: {
            Type: 'AWS::SQS::Queue',
            Properties: {
              QueueName: 'orders',
              VisibilityTimeout: 60,
              RedrivePolicy: { deadLetterTargetArn: { 'Fn::GetAtt': ['Dead', 'Arn'] }, maxReceiveCount: 3 },
            },
          },
          Policy: {
            Type: 'AWS::SQS::QueuePolicy',
            Properties: {
              Queues: [{ Ref: 'Queue' }],
              PolicyDocument: policy({ Effect: 'Deny', Principal: '*', Action: 'sqs:*', Resource: '*' }),
            },
          },
        },
      },
    });
    expect(deployment.queues[1]).toMatchObject({
      url: 'http://127.0.0.1:4001/000000000000/orders',
      visibilityTimeoutSeconds: 60,
      redrive: { deadLetterArn: 'arn:aws:sqs:us-east-1:000000000000:dead', maxReceiveCount: 3 },
      policy: [{ effect: 'Deny', principals: ['*'] }],
    });
  });

  it('leaves out resources whose condition does not hold', () => {
    const Conditions = { Big: { 'Fn::Equals': [{ Ref: 'Size' }, 'big'] } };
    const Parameters = { Size: { Type: 'String', Default: 'small' } };
    const Resources = { Queue: { Type: 'AWS::SQS::Queue', Condition: 'Big' } };
    expect(load({ app: { Resources, Conditions, Parameters } }).queues).toEqual([]);
  });

  it('names every unsupported type, property and value in one error', () => {
    const stacks = {
      app: {
        Resources: {
          Machine: { Type: 'AWS::EC2::Instance' },
          Queue: { Type: 'AWS::SQS::Queue', Properties: { FifoQueue: true, ContentBasedDeduplication: true } },
          Rule: {
            Type: 'AWS::Events::Rule',
            Properties: { EventPattern: {}, Targets: [{ Id: 't', Arn: 'arn', EcsParameters: {} }] },
          },
        },
      },
    };
    expect(() => load(stacks)).toThrow(
      'stack app, app/Machine (Machine, AWS::EC2::Instance): unsupported resource type AWS::EC2::Instance',
    );
    expect(() => load(stacks)).toThrow(
      'stack app, app/Queue (Queue, AWS::SQS::Queue): property FifoQueue: value true is not supported',
    );
    expect(() => load(stacks)).toThrow('property ContentBasedDeduplication: unknown property');
    expect(() => load(stacks)).toThrow('property Targets.0.EcsParameters: unknown property');
  });

  it('names what refers to a resource that no stack holds', () => {
    const Properties = {
      EventPattern: { source: ['a'] },
      Targets: [{ Id: 't', Arn: 'arn:aws:sqs:us-east-1:000000000000:gone' }],
    };
    expect(() => load({ app: { Resources: { Rule: { Type: 'AWS::Events::Rule', Properties } } } })).toThrow(
      'app/Rule: refers to arn:aws:sqs:us-east-1:000000000000:gone, which no stack holds',
    );
  });

  it('refuses a function whose role Lambda may not assume', () => {
    const Resources = {
      Role: role('events.amazonaws.com'),
      Gate: { ...lambda, Properties: { ...lambda.Properties, Environment: {} } },
    };
    expect(() => load({ app: { Resources } })).toThrow('cannot be assumed by lambda.amazonaws.com');
  });

  it('refuses a function in another language, unless a service performs what it is for', () => {
    const copier = {
      ...lambda,
      Properties: { ...lambda.Properties, Environment: {}, Runtime: 'python3.13', Layers: ['arn:layer'] },
    };
    const Resources = { Role: role('lambda.amazonaws.com'), Copier: copier };
    expect(() => load({ app: { Resources } })).toThrow('property Runtime: python3.13 is not supported');
    const Files = {
      Type: 'Custom::CDKBucketDeployment',
      Properties: {
        ServiceToken: { 'Fn::GetAtt': ['Copier', 'Arn'] },
        SourceObjectKeys: [assetKey],
        DestinationBucketName: { Ref: 'Bucket' },
        Prune: false,
      },
    };
    const deployment = load({ app: { Resources: { ...Resources, Files, Bucket: { Type: 'AWS::S3::Bucket' } } } });
    expect(deployment.functions).toEqual([]);
    expect(deployment.bucketDeployments).toMatchObject([
      { bucketName: deployment.buckets[0]?.name, sources: [{ markers: {} }], roleArn: deployment.roles[0]?.arn },
    ]);
  });

  it('refuses a policy element that it would have to guess', () => {
    const Resources = { Role: role('lambda.amazonaws.com', [{ Effect: 'Allow', NotAction: 'iam:*', Resource: '*' }]) };
    expect(() => load({ app: { Resources } })).toThrow('app/Role/Inline #1: unsupported element NotAction');
  });
});
