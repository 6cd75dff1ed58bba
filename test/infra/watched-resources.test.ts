import { describe, expect, it } from 'vitest';
import { metricNames, metricNamespace } from '../../shared/kernel/words/metric-names.ts';
import type { RunbookSection } from '../../infra/runbook-sections.ts';
import { alarmsIn, metricsOf, sectionOf } from './alarms-in-templates.ts';
import { synthesizeStage } from './synthesized-stage.ts';
import type { Resource } from './synthesized-stage.ts';

const stage = synthesizeStage(
  'prod without an issuer',
  {},
  {
    subscribers: [{ name: 'risk', bus: 'arn:aws:events:eu-west-1:222222222222:event-bus/risk' }],
  },
);
const alarms = alarmsIn(stage);
const dashboard = JSON.stringify(stage.ofType('AWS::CloudWatch::Dashboard'));
const isDeadLetters = ({ properties }: Resource): boolean =>
  /-dead-letters$|-unrouted-events$/.test(String(properties['QueueName']));

const all = (): boolean => true;

/** Each resource of the type has an alarm of its own that leads to each of the sections. */
const each: readonly (readonly [
  type: string,
  sections: readonly RunbookSection[],
  which: (one: Resource) => boolean,
])[] = [
  [
    'AWS::Lambda::Function',
    ['a-function-fails', 'a-function-is-throttled'],
    ({ stack }) => !stack.endsWith('-console'),
  ],
  ['AWS::SQS::Queue', ['dead-letters-wait'], isDeadLetters],
  ['AWS::SQS::Queue', ['a-queue-is-behind'], (queue) => !isDeadLetters(queue)],
  ['AWS::SNS::Topic', ['alarms-do-not-arrive'], all],
  ['AWS::Cognito::UserPool', ['people-cannot-sign-in'], all],
  ['AWS::Cognito::UserPoolClient', ['people-cannot-sign-in'], all],
  ['AWS::DynamoDB::Table', ['the-table-is-throttled', 'the-table-fails', 'the-table-is-slow'], all],
];

/** Failures of these show in alarms about what they serve. */
const together: Readonly<Record<string, readonly RunbookSection[]>> = {
  'AWS::ApiGatewayV2::Api': ['an-api-answers-5xx', 'an-api-refuses-most-requests', 'the-live-feed-fails'],
  'AWS::ApiGatewayV2::Authorizer': ['an-api-refuses-most-requests'],
  'AWS::ApiGatewayV2::Integration': ['an-api-answers-5xx', 'the-live-feed-fails'],
  'AWS::ApiGatewayV2::Route': ['an-api-answers-5xx', 'an-api-refuses-most-requests', 'the-live-feed-fails'],
  'AWS::ApiGatewayV2::Stage': ['an-api-answers-5xx', 'an-api-refuses-most-requests', 'the-live-feed-fails'],
  'AWS::Cognito::UserPoolDomain': ['people-cannot-sign-in'],
  'AWS::Events::EventBus': ['rules-do-not-deliver', 'the-stream-publishes-nothing'],
  'AWS::Events::EventBusPolicy': ['a-permission-is-missing', 'the-stream-publishes-nothing'],
  'AWS::Events::Rule': ['rules-do-not-deliver', 'dead-letters-wait'],
  'AWS::IAM::Policy': ['a-permission-is-missing'],
  'AWS::IAM::Role': ['a-permission-is-missing', 'schedules-do-not-deliver'],
  'AWS::KMS::Key': ['a-permission-is-missing', 'alarms-do-not-arrive'],
  'AWS::Lambda::EventSourceMapping': ['a-queue-is-behind', 'a-stream-is-behind', 'the-stream-publishes-nothing'],
  'AWS::Lambda::Permission': ['an-api-answers-5xx', 'the-live-feed-fails', 'a-schedule-does-not-run'],
  'AWS::SES::EmailIdentity': ['a-shop-was-not-told'],
  'AWS::SNS::Subscription': ['alarms-do-not-arrive'],
  'AWS::SNS::TopicPolicy': ['alarms-do-not-arrive'],
  'AWS::SQS::QueuePolicy': ['rules-do-not-deliver', 'schedules-do-not-deliver'],
  'AWS::Scheduler::Schedule': ['a-schedule-does-not-run', 'digests-do-not-come', 'schedules-do-not-deliver'],
  'AWS::Scheduler::ScheduleGroup': ['schedules-do-not-deliver'],
};

const deployOnly = 'Works while it is deployed, and fails there.';
const edge = 'CloudFront reports in us-east-1 alone, where no alarm of ours can be; the API behind it has its own.';

/** No alarm says that these fail; and why none has to. */
const unwatched: Readonly<Record<string, string>> = {
  'AWS::ApiGateway::Account': 'Only the log of the WebSocket API depends on it.',
  'AWS::CloudFront::Distribution': edge,
  'AWS::CloudFront::Function': edge,
  'AWS::CloudFront::OriginAccessControl': edge,
  'AWS::CloudFront::ResponseHeadersPolicy': edge,
  'AWS::CloudWatch::Alarm': 'Watches.',
  'AWS::CloudWatch::CompositeAlarm': 'Watches.',
  'AWS::CloudWatch::Dashboard': 'For people who look.',
  'AWS::Cognito::ManagedLoginBranding': deployOnly,
  'AWS::Cognito::UserPoolResourceServer': 'Named in tokens, and asked by nobody.',
  'AWS::Events::Archive': 'Costs a replay, and nothing while it is not replayed.',
  'AWS::Lambda::LayerVersion': deployOnly,
  'AWS::Logs::LogGroup': 'Costs a look at logs; metrics of AWS do not come from it.',
  'AWS::Logs::QueryDefinition': 'For people who look.',
  'AWS::Logs::MetricFilter': 'Counts for alarms.',
  'AWS::S3::Bucket': edge,
  'AWS::S3::BucketPolicy': edge,
  'Custom::CDKBucketDeployment': deployOnly,
};

const leadTo = (section: RunbookSection): readonly Resource[] => alarms.filter((alarm) => sectionOf(alarm) === section);
const nameOf = ({ properties }: Resource): string =>
  String(properties['FunctionName'] ?? properties['QueueName'] ?? properties['TableName'] ?? '');
/** By its logical ID, or by its name where the alarm stands in another stack. */
const isAbout = (alarm: Resource, resource: Resource): boolean => {
  const text = JSON.stringify(alarm.properties);
  const name = nameOf(resource);
  return (
    (alarm.stack === resource.stack && text.includes(`"${resource.id}"`)) ||
    (name !== '' && text.includes(`"Value":"${name}"`))
  );
};

describe('each resource that can fail', () => {
  it('has an alarm, or a reason for having none', () => {
    const types = [...new Set(stage.resources.map(({ type }) => type))].toSorted();
    const known = [...each.map(([type]) => type), ...Object.keys(together), ...Object.keys(unwatched)];
    expect(types.filter((type) => !known.includes(type))).toEqual([]);
    expect(known.filter((type) => !types.includes(type))).toEqual([]);
  });

  it.each(each)('of the type %s has its own, which leads to %j', (type, sections, which) => {
    const resources = stage.ofType(type).filter(which);
    expect(resources.length).toBeGreaterThan(0);
    for (const resource of resources) {
      for (const section of sections) {
        const own = leadTo(section).filter((alarm) => isAbout(alarm, resource));
        expect(own.length, `${resource.id} ${nameOf(resource)}: ${section}`).toBeGreaterThan(0);
      }
    }
  });

  it.each(Object.entries(together))('of the type %s shows in alarms that lead to %j', (_type, sections) => {
    for (const section of sections) expect(leadTo(section).length, section).toBeGreaterThan(0);
  });
});

describe('each metric of the product', () => {
  const read = alarms.flatMap(metricsOf).filter(({ namespace }) => namespace === metricNamespace);

  it.each(metricNames)('%s is on the dashboard', (name) => {
    expect(dashboard).toContain(`\\"${metricNamespace}\\",\\"${name}\\"`);
  });

  it('alarms, but for those that are no failure', () => {
    const silent = metricNames.filter((name) => !read.some((metric) => metric.name === name));
    // What the gate is for; and a seller who looks for too many buyers, which their limit has stopped already.
    expect(silent).toEqual(['Denied', 'LookupRefused']);
  });

  it('is one that the product counts', () => {
    for (const { name } of read) expect(metricNames).toContain(name);
  });
});

describe('silence', () => {
  it('alarms where something must be measured: queues, schedules, digests', () => {
    const heard = alarms
      .filter(({ properties }) => properties['TreatMissingData'] === 'breaching')
      .map((alarm) => sectionOf(alarm));
    expect([...new Set(heard)].toSorted()).toEqual([
      'a-queue-is-behind',
      'a-schedule-does-not-run',
      'digests-do-not-come',
    ]);
    expect(heard.filter((section) => section === 'a-queue-is-behind')).toHaveLength(
      stage.ofType('AWS::SQS::Queue').filter((queue) => !isDeadLetters(queue)).length,
    );
  });

  it.each([
    'GateDegraded',
    'GateStopNotRecorded',
    'GateSlow',
    'TableReadsThrottled',
    'DeliveryDenials',
  ])('of %s is over within a minute', (id) => {
    const alarm = alarms.find((one) => one.id.startsWith(id));
    const {
      Metrics = [],
      Period,
      EvaluationPeriods,
    } = (alarm?.properties ?? {}) as {
      Metrics?: { MetricStat?: { Period: number } }[];
      Period?: number;
      EvaluationPeriods?: number;
    };
    expect(EvaluationPeriods).toBe(1);
    for (const seconds of [Period, ...Metrics.map(({ MetricStat }) => MetricStat?.Period)].filter(
      (one) => one !== undefined,
    ))
      expect(seconds).toBe(60);
  });
});
