import { assetKey, policy, role } from './write-assembly.ts';
import type { StackFixture } from './write-assembly.ts';

const arnOf = (name: string) => ({ 'Fn::GetAtt': [name, 'Arn'] });
const allow = (Action: string | readonly string[], Resource: unknown, Condition?: object) => ({
  Effect: 'Allow',
  Action,
  Resource,
  ...(Condition && { Condition }),
});
const keys = (...patterns: readonly string[]) => ({ 'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': patterns } });
const index = { 'Fn::Join': ['', [arnOf('Table'), '/index/listing']] };

const schedules = 'arn:aws:scheduler:us-east-1:000000000000:schedule/alerts*/*';
const senders = ['shop.example', 'nowhere.example', '*@nowhere.example'].map(
  (identity) => `arn:aws:ses:us-east-1:000000000000:identity/${identity}`,
);

/** A role that only schedules of one group may take. */
function schedulerRole(group: string, statements: readonly object[]) {
  const { Type, Properties } = role('scheduler.amazonaws.com', statements, `schedules-of-${group}`);
  const trust = {
    Effect: 'Allow',
    Action: 'sts:AssumeRole',
    Principal: { Service: 'scheduler.amazonaws.com' },
    Condition: {
      StringEquals: {
        'aws:SourceAccount': '000000000000',
        'aws:SourceArn': `arn:aws:scheduler:us-east-1:000000000000:schedule-group/${group}`,
      },
    },
  };
  return { Type, Properties: { ...Properties, AssumeRolePolicyDocument: policy(trust) } };
}

/** As CDK writes it: IAM decides. */
const ofAccount = {
  Effect: 'Allow',
  Action: 'kms:*',
  Resource: '*',
  Principal: { AWS: 'arn:aws:iam::000000000000:root' },
};

function signingKey() {
  const kind = { KeySpec: 'ECC_NIST_P256', KeyUsage: 'SIGN_VERIFY' };
  return { Type: 'AWS::KMS::Key', Properties: { ...kind, KeyPolicy: policy(ofAccount) } };
}

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
      allow(
        ['scheduler:CreateSchedule', 'scheduler:UpdateSchedule', 'scheduler:DeleteSchedule', 'scheduler:GetSchedule'],
        schedules,
      ),
      allow('iam:PassRole', 'arn:aws:iam::000000000000:role/schedules-of-*', {
        StringEquals: { 'iam:PassedToService': 'scheduler.amazonaws.com' },
      }),
      allow('ses:SendEmail', senders),
      allow('sqs:SendMessage', arnOf('Dead')),
      allow('kms:Sign', arnOf('PresentKey'), { StringEquals: { 'kms:MessageType': 'DIGEST' } }),
      allow('kms:GetPublicKey', [arnOf('PresentKey'), arnOf('RetiredKey')]),
    ]),
    GateInvocation: {
      Type: 'AWS::Lambda::EventInvokeConfig',
      Properties: {
        FunctionName: { Ref: 'Gate' },
        Qualifier: '$LATEST',
        MaximumRetryAttempts: 1,
        DestinationConfig: { OnFailure: { Destination: arnOf('Dead') } },
      },
    },
    Schedules: { Type: 'AWS::Scheduler::ScheduleGroup', Properties: { Name: 'alerts' } },
    ScheduleRole: schedulerRole('alerts', [
      allow('lambda:InvokeFunction', arnOf('Gate')),
      allow('sqs:SendMessage', [arnOf('Orders'), arnOf('Dead')]),
    ]),
    PresentKey: signingKey(),
    RetiredKey: signingKey(),
    TableKey: { Type: 'AWS::KMS::Key', Properties: { EnableKeyRotation: true, KeyPolicy: policy(ofAccount) } },
    OtherGroupRole: schedulerRole('others', []),
    Sender: { Type: 'AWS::SES::EmailIdentity', Properties: { EmailIdentity: 'shop.example' } },
    Gate: {
      Type: 'AWS::Lambda::Function',
      Properties: {
        FunctionName: 'ssc-local-gate',
        Code: { S3Key: assetKey },
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
    Ops: role('sts.amazonaws.com', [allow(['sqs:*', 'scheduler:ListSchedules', 'dynamodb:*'], '*')], 'ssc-local-ops'),
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
