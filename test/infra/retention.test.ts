import { describe, expect, it } from 'vitest';
import { ofKind } from '../../infra/function-definition.ts';
import { loadFunctions } from '../../infra/load-functions.ts';
import { compilePattern } from '../../local/services/events/event-pattern.ts';
import { synthesizeStage } from './synthesized-stage.ts';

const local = synthesizeStage('local');
const prod = synthesizeStage('prod');
const own = synthesizeStage('prod without an issuer');
const consumers = ofKind(await loadFunctions(), 'queue');
const day = 86_400;
/** Texts anywhere in a resource's properties. */
const textOf = (properties: unknown): string => JSON.stringify(properties);

describe.each([
  ['local', local, { logs: 7, archive: 7 }],
  ['prod', prod, { logs: 90, archive: 90 }],
  ['prod with a user pool', own, { logs: 90, archive: 90 }],
])('what stage %s keeps', (_name, stage, kept) => {
  it('is logs for a stated time, all of them', () => {
    const groups = stage.ofType('AWS::Logs::LogGroup');
    for (const { properties, id } of groups) expect(properties['RetentionInDays'], id).toBe(kept.logs);
    const ids = new Set(groups.map(({ id }) => id));
    for (const { properties, id } of stage.ofType('AWS::Lambda::Function')) {
      // A function without a group of its own gets one from Lambda that never forgets.
      const group = (properties['LoggingConfig'] as { LogGroup?: { Ref?: string } } | undefined)?.LogGroup?.Ref ?? '';
      expect(ids.has(group), id).toBe(true);
    }
  });

  it('is the table of the last 35 days, and what it holds no longer than its items say', () => {
    const [table, ...others] = stage.ofType('AWS::DynamoDB::Table');
    expect(others).toEqual([]);
    expect(table?.properties).toMatchObject({
      PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true, RecoveryPeriodInDays: 35 },
      TimeToLiveSpecification: { AttributeName: 'ttl', Enabled: true },
    });
  });

  it('is an archive without identities', () => {
    const [archive, ...others] = stage.ofType('AWS::Events::Archive');
    expect(others).toEqual([]);
    expect(archive?.properties['RetentionDays']).toBe(kept.archive);
    const archived = compilePattern(archive?.properties['EventPattern']);
    const sources = new Set(consumers.flatMap(({ events = [] }) => events.map(({ source }) => source)));
    expect(sources).toContain('marketplace.identity');
    for (const source of sources) expect(archived({ source }), source).toBe(source !== 'marketplace.identity');
  });

  it('is work for 4 days, and dead letters for 14, or 7 where they can name a buyer', () => {
    const days = Object.fromEntries(
      stage
        .ofType('AWS::SQS::Queue')
        .map(({ properties }) => [
          String(properties['QueueName']).replace(/^ssc-[a-z]+-/, ''),
          Number(properties['MessageRetentionPeriod']) / day,
        ]),
    );
    const naming = Object.keys(days).filter((name) => days[name] === 7);
    expect(naming.toSorted()).toEqual(['buyer-links-dead-letters', 'buyer-profiles-dead-letters', 'unrouted-events']);
    for (const [name, kept_] of Object.entries(days).filter(([one]) => !naming.includes(one)))
      expect(kept_, name).toBe(name.endsWith('-dead-letters') ? 14 : 4);
  });

  it('is nothing of what is asked: neither queries nor paths, bodies or addresses of people', () => {
    const stages = stage.ofType('AWS::ApiGatewayV2::Stage');
    expect(stages).toHaveLength(3);
    const harmless =
      /^\$context\.(requestId|routeKey|status|responseLatency|integrationLatency|integrationErrorMessage|authorizer\.error|responseLength|requestTimeEpoch|eventType|connectionId)$/;
    for (const { properties } of stages) {
      const { Format } = properties['AccessLogSettings'] as { Format: string };
      for (const field of Object.values(JSON.parse(Format) as Record<string, string>)) expect(field).toMatch(harmless);
      // Execution logs hold whole messages, in a group that API Gateway makes and nobody limits.
      expect(textOf(properties)).not.toMatch(/DataTraceEnabled|LoggingLevel|DetailedMetricsEnabled/);
    }
    // A trace holds the URL that was asked for, a log of the bus the events.
    for (const { properties, id } of stage.resources) expect(textOf(properties), id).not.toMatch(/"TracingConfig"/);
    for (const { properties } of stage.ofType('AWS::Events::EventBus'))
      expect(properties).not.toHaveProperty('LogConfig');
    // CloudFront’s standard logs hold query strings and addresses, whatever one asks for.
    for (const { properties } of stage.ofType('AWS::CloudFront::Distribution'))
      expect(textOf(properties)).not.toMatch(/"Logging"|RealtimeLogConfig/);
    const others = ['AWS::Logs::Delivery', 'AWS::Kinesis::Stream', 'AWS::KinesisFirehose::DeliveryStream'];
    for (const type of others) expect(stage.ofType(type), type).toEqual([]);
    // Of the console's own files, which hold nobody's data.
    expect(stage.ofType('AWS::S3::Bucket').map(({ stack }) => stack)).toEqual([expect.stringMatching(/-console$/)]);
  });
});

describe('one machine', () => {
  it('reads from the template how long its queues keep messages', () => {
    const seconds = new Map(local.deployment().queues.map(({ name, retentionSeconds }) => [name, retentionSeconds]));
    expect(seconds.get('ssc-local-buyer-profiles')).toBe(4 * day);
    expect(seconds.get('ssc-local-buyer-profiles-dead-letters')).toBe(7 * day);
    expect(seconds.get('ssc-local-orders-dead-letters')).toBe(14 * day);
  });
});
