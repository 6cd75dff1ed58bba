import { ASSET_KEY, policy, role } from '../../../unit/local/assembly/write-assembly.ts';
import type { StackFixture } from '../../../unit/local/assembly/write-assembly.ts';

const arnOf = (name: string) => ({ 'Fn::GetAtt': [name, 'Arn'] });
const allow = (Action: string | readonly string[], Resource: unknown, Condition?: object) => ({
  Effect: 'Allow',
  Action,
  Resource,
  ...(Condition && { Condition }),
});
const keys = (...patterns: readonly string[]) => ({ 'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': patterns } });
const index = { 'Fn::Join': ['', [arnOf('Table'), '/index/listing']] };

/** A gate with its own few keys, the callers, a queue with dead letters and a bus with a rule, as the product has them. */
export function smallProduct(): { readonly stacks: Readonly<Record<string, StackFixture>>; readonly code: string } {
  const Resources = {
    Table: {
      Type: 'AWS::DynamoDB::Table',
      Properties: {
        TableName: 'ssc-local',
        BillingMode: 'PAY_PER_REQUEST',
        AttributeDefinitions: ['pk', 'sk', 'listPk'].map((AttributeName) => ({ AttributeName, AttributeType: 'S' })),
        KeySchema: [
          { AttributeName: 'pk', KeyType: 'HASH' },
          { AttributeName: 'sk', KeyType: 'RANGE' },
        ],
        GlobalSecondaryIndexes: [
          {
            IndexName: 'listing',
            KeySchema: [{ AttributeName: 'listPk', KeyType: 'HASH' }],
            Projection: { ProjectionType: 'ALL' },
          },
        ],
        StreamSpecification: { StreamViewType: 'NEW_AND_OLD_IMAGES' },
      },
    },
    GateRole: role('lambda.amazonaws.com', [
      allow(['dynamodb:GetItem', 'dynamodb:BatchGetItem'], arnOf('Table'), keys('GATE#*', 'SHOP#*')),
      allow(['dynamodb:PutItem', 'dynamodb:ConditionCheckItem'], arnOf('Table'), keys('GATE#*')),
      allow('dynamodb:Query', index, keys('BLOCKS#*')),
    ]),
    Gate: {
      Type: 'AWS::Lambda::Function',
      Properties: {
        FunctionName: 'ssc-local-gate',
        Code: { S3Key: ASSET_KEY },
        Handler: 'index.handler',
        Role: arnOf('GateRole'),
        Runtime: 'nodejs24.x',
        Timeout: 10,
      },
    },
    Marketplace: role(
      'sts.amazonaws.com',
      [allow('events:PutEvents', arnOf('Bus'), { StringLike: { 'events:source': 'marketplace.*' } })],
      'ssc-local-marketplace',
    ),
    OrderService: role('sts.amazonaws.com', [allow('lambda:InvokeFunction', arnOf('Gate'))], 'ssc-local-order-service'),
    Ops: role('sts.amazonaws.com', [allow('sqs:*', '*'), allow('dynamodb:*', '*')], 'ssc-local-ops'),
    Dead: { Type: 'AWS::SQS::Queue', Properties: { QueueName: 'ssc-local-orders-dead-letters' } },
    Orders: {
      Type: 'AWS::SQS::Queue',
      Properties: {
        QueueName: 'ssc-local-orders',
        RedrivePolicy: { deadLetterTargetArn: arnOf('Dead'), maxReceiveCount: 3 },
      },
    },
    OrdersPolicy: {
      Type: 'AWS::SQS::QueuePolicy',
      Properties: {
        Queues: [{ Ref: 'Orders' }],
        PolicyDocument: policy(
          {
            Effect: 'Deny',
            Principal: '*',
            Action: 'sqs:*',
            Resource: arnOf('Orders'),
            Condition: { Bool: { 'aws:SecureTransport': 'false' } },
          },
          {
            Effect: 'Allow',
            Principal: { Service: 'events.amazonaws.com' },
            Action: 'sqs:SendMessage',
            Resource: arnOf('Orders'),
            Condition: { ArnEquals: { 'aws:SourceArn': arnOf('Rule') } },
          },
        ),
      },
    },
    Bus: { Type: 'AWS::Events::EventBus', Properties: { Name: 'ssc-local' } },
    Rule: {
      Type: 'AWS::Events::Rule',
      Properties: {
        EventBusName: { Ref: 'Bus' },
        EventPattern: { source: ['marketplace.orders'] },
        Targets: [{ Id: 'queue', Arn: arnOf('Orders') }],
      },
    },
  };
  const code = `export const handler = async (event) => { if (event.fail) throw new TypeError('as asked'); return { echo: event, now: Date.now() }; };`;
  return { stacks: { product: { Resources } }, code };
}
