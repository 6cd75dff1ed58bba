import { describe, expect, it } from 'vitest';
import { loadDeployment } from '../../../../deployment.ts';
import { assetKey, role, writeAssembly } from '../../../builders/write-assembly.ts';
import type { StackFixture } from '../../../builders/write-assembly.ts';

const place = { account: '000000000000', region: 'us-east-1', endpointPort: 3001 };
const arnOf = (name: string) => ({ 'Fn::GetAtt': [name, 'Arn'] });
const load = (resources: StackFixture['Resources'], Outputs: object = {}) => {
  const Resources = {
    Failures: { Type: 'AWS::SQS::Queue', Properties: { QueueName: 'failures' } },
    Role: role('lambda.amazonaws.com'),
    Function: {
      Type: 'AWS::Lambda::Function',
      Properties: {
        FunctionName: 'digest-sender',
        Code: { S3Key: assetKey },
        Handler: 'index.handler',
        Role: arnOf('Role'),
        Runtime: 'nodejs24.x',
      },
    },
    ...resources,
  };
  return loadDeployment(writeAssembly({ app: { Resources, Outputs } }), place);
};
const invocation = (Properties: object) => ({
  Type: 'AWS::Lambda::EventInvokeConfig',
  Properties: { FunctionName: { Ref: 'Function' }, Qualifier: '$LATEST', ...Properties },
});

describe('the schedules and the mail of an assembly', () => {
  it('holds the schedule groups beside the one that every account has', () => {
    const group = { Type: 'AWS::Scheduler::ScheduleGroup', Properties: { Name: 'ssc-local-alerts' } };
    expect(load({ Group: group }).scheduleGroups.map(({ arn }) => arn)).toEqual([
      'arn:aws:scheduler:us-east-1:000000000000:schedule-group/default',
      'arn:aws:scheduler:us-east-1:000000000000:schedule-group/ssc-local-alerts',
    ]);
  });

  it('holds the identities that may send, by name and ARN', () => {
    const identity = { Type: 'AWS::SES::EmailIdentity', Properties: { EmailIdentity: 'shop.example' } };
    const { emailIdentities, outputs } = load({ Sender: identity }, { Identity: { Value: { Ref: 'Sender' } } });
    expect(emailIdentities).toEqual([
      { identity: 'shop.example', arn: 'arn:aws:ses:us-east-1:000000000000:identity/shop.example' },
    ]);
    expect(outputs).toEqual({ Identity: 'shop.example' });
  });

  it('says where asynchronous invocations end that failed for good', () => {
    const DestinationConfig = { OnFailure: { Destination: arnOf('Failures') } };
    const { functions } = load({ Config: invocation({ MaximumRetryAttempts: 1, DestinationConfig }) });
    expect(functions[0]?.asynchronous).toEqual({
      maximumRetryAttempts: 1,
      onFailureArn: 'arn:aws:sqs:us-east-1:000000000000:failures',
    });
  });

  it('names a destination that no stack holds', () => {
    const DestinationConfig = { OnFailure: { Destination: 'arn:aws:sqs:us-east-1:000000000000:nowhere' } };
    expect(() => load({ Config: invocation({ DestinationConfig }) })).toThrow(/app\/Function: refers to .*nowhere/);
  });
});
