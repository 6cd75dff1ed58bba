import { describe, expect, it } from 'vitest';
import { createAuthorizer } from '../../../local/services/iam/authorizer.ts';
import { compilePattern } from '../../../local/services/events/event-pattern.ts';
import { synthesizeStage } from '../synthesized-stage.ts';

const stage = synthesizeStage('local');
const prod = synthesizeStage('prod');
const deployment = stage.deployment();
const authorizer = createAuthorizer(deployment);
const functionNamed = (name: string) => deployment.functions.find((one) => one.name === `ssc-local-${name}`);
const queueNamed = (name: string) => deployment.queues.find((one) => one.name === `ssc-local-${name}`);
const scheduleRole = functionNamed('deadline-scheduler')?.environment['SCHEDULE_ROLE_ARN'] ?? '';
const schedulesOf = (group: string) => `arn:aws:scheduler:us-east-1:000000000000:schedule/${group}/one`;

function may(roleArn: string, action: string, resource: string, context: Record<string, string[]> = {}): boolean {
  const principal = { type: 'role', roleArn, accessKeyId: 'test', label: 'test' } as const;
  return authorizer.decide({ principal, action, resource, context }).allowed;
}

const planners = [
  ['deadline-scheduler', 'alert-deadlines'],
  ['notice-consumer', 'digests'],
] as const;

describe('schedules of alerts', () => {
  it.each(['Alert Raised', 'Alert Changed'])('are made behind “%s”, as are notices', (detailType) => {
    const event = { source: 'ssc', 'detail-type': detailType, detail: { version: 1 } };
    const names = deployment.rules.filter(({ pattern }) => compilePattern(pattern)(event)).map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(['ssc-local-deadlines', 'ssc-local-notices']));
  });

  it.each(planners)('are made by %s in their group alone, for the queue %s', (name, queue) => {
    const planner = functionNamed(name);
    const roleArn = planner?.roleArn ?? '';
    expect(planner?.environment).toMatchObject({
      SCHEDULE_GROUP: 'ssc-local-alerts',
      SCHEDULE_QUEUE_ARN: queueNamed(queue)?.arn,
      SCHEDULE_DEAD_LETTER_ARN: queueNamed(`${queue}-dead-letters`)?.arn,
    });
    expect(may(roleArn, 'scheduler:CreateSchedule', schedulesOf('ssc-local-alerts'))).toBe(true);
    expect(may(roleArn, 'scheduler:CreateSchedule', schedulesOf('default'))).toBe(false);
    expect(may(roleArn, 'scheduler:DeleteSchedule', schedulesOf('ssc-local-alerts'))).toBe(false);
    const passedTo = (service: string) => ({ 'iam:PassedToService': [service] });
    expect(may(roleArn, 'iam:PassRole', scheduleRole, passedTo('scheduler.amazonaws.com'))).toBe(true);
    expect(may(roleArn, 'iam:PassRole', scheduleRole, passedTo('lambda.amazonaws.com'))).toBe(false);
    expect(may(roleArn, 'iam:PassRole', roleArn, passedTo('scheduler.amazonaws.com'))).toBe(false);
  });

  it('may send to those queues and their dead letters, and to no other', () => {
    const reached = deployment.queues.filter(({ arn }) => may(scheduleRole, 'sqs:SendMessage', arn));
    expect(reached.map(({ name }) => name).toSorted()).toEqual(
      planners.flatMap(([, queue]) => [`ssc-local-${queue}`, `ssc-local-${queue}-dead-letters`]).toSorted(),
    );
  });

  it('can be borrowed by no other group or account', () => {
    const [statement] = deployment.roles.find(({ arn }) => arn === scheduleRole)?.trust ?? [];
    expect(statement).toMatchObject({
      principals: ['Service:scheduler.amazonaws.com'],
      conditions: {
        StringEquals: {
          'aws:SourceAccount': ['000000000000'],
          'aws:SourceArn': ['arn:aws:scheduler:us-east-1:000000000000:schedule-group/ssc-local-alerts'],
        },
      },
    });
  });
});

describe('mails', () => {
  const senders = ['digest-sender', 'access-notice-consumer'].map((name) => functionNamed(name)?.roleArn ?? '');
  const identity = (name: string) => `arn:aws:ses:us-east-1:000000000000:identity/${name}`;
  const from = (address: string) => ({ 'ses:FromAddress': [address] });

  it('come from one address of one domain, sent by two functions', () => {
    const sender = 'security-center@shop.example';
    for (const roleArn of senders) {
      expect(may(roleArn, 'ses:SendEmail', identity('shop.example'), from(sender))).toBe(true);
      expect(may(roleArn, 'ses:SendEmail', identity('shop.example'), from('boss@shop.example'))).toBe(false);
      expect(may(roleArn, 'ses:SendEmail', identity('other.example'), from(sender))).toBe(false);
    }
    const others = deployment.functions.filter((one) => !senders.includes(one.roleArn));
    for (const { name, roleArn: other } of others)
      expect(may(other, 'ses:SendEmail', identity('shop.example'), from(sender)), name).toBe(false);
  });

  it('have an identity in each stage', () => {
    expect(prod.ofType('AWS::SES::EmailIdentity').map(({ properties }) => properties['EmailIdentity'])).toEqual([
      'example.com',
    ]);
  });

  it('come from an identity that exists where the stage’s file names it', () => {
    const existing = synthesizeStage('prod', {}, { mailIdentity: 'example.com' });
    expect(existing.ofType('AWS::SES::EmailIdentity')).toEqual([]);
    expect(existing.templates['ssc-prod-events']).toContain(':identity/example.com"');
  });

  it('are collected for seconds on one machine, and for minutes in production', () => {
    expect(functionNamed('notice-consumer')?.environment['DIGEST_SECONDS']).toBe('10');
    expect(prod.templates['ssc-prod-events']).toContain('"DIGEST_SECONDS": "300"');
  });

  it('alarm when one is refused for good, and when many may be repeats', () => {
    const thresholds = stage
      .ofType('AWS::CloudWatch::Alarm')
      .filter(({ properties }) => properties['Namespace'] === 'SellerSecurityCenter')
      .map(({ properties }) => [properties['MetricName'], properties['Threshold']]);
    expect(Object.fromEntries(thresholds)).toMatchObject({ NoticeFailed: 1, PossiblyRepeatedNotice: 5 });
  });
});
