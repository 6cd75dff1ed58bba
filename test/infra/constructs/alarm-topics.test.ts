import { App, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { describe, expect, it } from 'vitest';
import { readStatements } from '../../../local/core/access/policy-document.ts';
import type { Json } from '../../../local/core/assembly/json.ts';
import { createAuthorizer } from '../../../local/services/iam/authorizer.ts';
import { evaluatePolicy } from '../../../local/services/iam/evaluate-policy.ts';
import { alarmsIn } from '../alarms-in-templates.ts';
import { folderOfFile } from '../../tooling/temporary-folders/file-folders.ts';
import { synthesizeStage } from '../synthesized-stage.ts';

const others = ['arn:aws:sns:us-east-1:222222222222:pager'];
const alarms = {
  page: { emails: ['on-call@example.com'], urls: ['https://pages.example.com/integration/1'], topics: others },
  ticket: { emails: ['team@example.com'] },
};
const stage = synthesizeStage('local', {}, { alarms });
const deployment = stage.deployment();
const authorizer = createAuthorizer(deployment);
const topicArn = (name: string) => `arn:aws:sns:us-east-1:000000000000:ssc-local-${name}`;
const alarmArn = (name: string, account = '000000000000') => `arn:aws:cloudwatch:us-east-1:${account}:alarm:${name}`;

const publishes = (topic: string, sourceArn: string, context: Record<string, readonly string[]> = {}) =>
  authorizer.decide({
    principal: { type: 'service', service: 'cloudwatch.amazonaws.com', sourceArn, label: 'alarm' },
    action: 'sns:Publish',
    resource: topicArn(topic),
    context,
  }).allowed;

describe('topics of alarms', () => {
  it('take what CloudWatch publishes for an alarm of the stage', () => {
    for (const topic of ['alarms', 'tickets'])
      expect(publishes(topic, alarmArn('ssc-local-api-GateErrorsAlarm1A2B-X')), topic).toBe(true);
  });

  it('take nothing for others, and nothing without TLS', () => {
    const ours = alarmArn('ssc-local-api-GateErrorsAlarm1A2B-X');
    expect(publishes('alarms', alarmArn('somebody-elses'))).toBe(false);
    const elsewhere = { 'aws:SourceAccount': ['222222222222'] };
    expect(publishes('alarms', alarmArn('ssc-local-x', '222222222222'), elsewhere)).toBe(false);
    expect(publishes('alarms', ours, { 'aws:SecureTransport': ['false'] })).toBe(false);
  });

  it('would take nothing by the policy that CDK gives a topic for TLS alone', () => {
    const stack = new Stack(new App({ outdir: folderOfFile('ssc-before-') }), 'Before');
    new Topic(stack, 'Topic', { topicName: 'alarms', enforceSSL: true });
    const policies = Object.values(Template.fromStack(stack).findResources('AWS::SNS::TopicPolicy'));
    expect(policies).toHaveLength(1);
    const { Properties } = policies[0] as { Properties: { PolicyDocument: Json } };
    const arn = readStatements(Properties.PolicyDocument, 'before').flatMap(({ resources }) => resources)[0] ?? '';
    const publish = {
      action: 'sns:Publish',
      resource: arn,
      context: { 'aws:SecureTransport': ['true'], 'aws:SourceAccount': ['000000000000'] },
    };
    expect(evaluatePolicy(readStatements(Properties.PolicyDocument, 'before'), publish)).toEqual({ effect: 'none' });
  });

  it('are encrypted under a key that CloudWatch may use', () => {
    const key = stage.ofType('AWS::KMS::Key').find(({ stack }) => stack === 'ssc-local-callers');
    const statements = readStatements(key?.properties['KeyPolicy'] as Json, 'key').filter(({ principals }) =>
      principals.includes('Service:cloudwatch.amazonaws.com'),
    );
    for (const action of ['kms:Decrypt', 'kms:GenerateDataKey'])
      expect(evaluatePolicy(statements, { action, resource: '*', context: {} }).effect, action).toBe('allow');
    for (const { properties } of stage.ofType('AWS::SNS::Topic'))
      expect(JSON.stringify(properties['KmsMasterKeyId']), 'of the stage').toContain(key?.id);
  });

  it('lead to everybody whom the stage’s file names', () => {
    const subscriptions = stage.ofType('AWS::SNS::Subscription').map(({ properties }) => properties);
    expect(subscriptions.map(({ Protocol, Endpoint }) => [Protocol, Endpoint])).toEqual([
      ['email', 'on-call@example.com'],
      ['https', 'https://pages.example.com/integration/1'],
      ['email', 'team@example.com'],
    ]);
  });

  it('get pages or tickets, and every alarm that is no part of another goes to one of the two', () => {
    const actionsOf = (id: RegExp) =>
      alarmsIn(stage).find((alarm) => id.test(alarm.id))?.properties['AlarmActions'] as readonly unknown[];
    expect(actionsOf(/^GateDegraded/)).toHaveLength(2);
    expect(actionsOf(/^GateDegraded/)).toContain(others[0]);
    expect(actionsOf(/^GateStopNotRecorded/)).toHaveLength(1);
    const silent = alarmsIn(stage).filter(({ properties }) => properties['AlarmActions'] === undefined);
    const rules = stage
      .ofType('AWS::CloudWatch::CompositeAlarm')
      .map(({ properties }) => JSON.stringify(properties['AlarmRule']));
    for (const { id } of silent)
      expect(
        rules.some((rule) => rule.includes(id)),
        id,
      ).toBe(true);
  });
});
