import { describe, expect, it } from 'vitest';
import { compilePattern } from '../../../local/services/events/event-pattern.ts';
import { synthesizeStage } from '../synthesized-stage.ts';

const stage = synthesizeStage('local');
const deployment = stage.deployment();
const mappings = deployment.eventSourceMappings.filter(({ sourceArn }) => sourceArn.includes('/stream/'));
const mappingOf = (name: string) => mappings.find(({ functionArn }) => functionArn.endsWith(`:ssc-local-${name}`));

const record = (eventName: string, dynamodb: object, userIdentity?: object) => ({ eventName, dynamodb, userIdentity });
const passes = (name: string, one: object): boolean =>
  (mappingOf(name)?.filters ?? []).some((filter) => compilePattern(filter)(one));
const byTtl = { type: 'Service', principalId: 'dynamodb.amazonaws.com' };

describe('consumers of the table’s stream', () => {
  it('are two, the most that a shard bears', () => {
    expect(mappings).toHaveLength(2);
  });

  it('never let a bad record block its shard', () => {
    for (const mapping of mappings) {
      expect(mapping).toMatchObject({
        bisectOnError: true,
        reportsBatchItemFailures: true,
        startingPosition: 'TRIM_HORIZON',
      });
      expect(mapping.maximumRetryAttempts).toBeLessThanOrEqual(10);
      expect(mapping.maximumRecordAgeSeconds).toBeLessThan(24 * 3_600);
      expect(deployment.queues.map(({ arn }) => arn)).toContain(mapping.onFailureArn);
    }
  });

  it('alarm on the age of what they read', () => {
    const alarms = stage
      .ofType('AWS::CloudWatch::Alarm')
      .filter(({ properties }) => properties['MetricName'] === 'IteratorAge');
    expect(alarms).toHaveLength(2);
  });

  it('publish new items of the outbox and nothing else', () => {
    const waiting = { NewImage: { pk: { S: 'ACTIVITY#1' }, outboxPk: { S: 'OUTBOX#0' } } };
    expect(passes('outbox-publisher', record('INSERT', waiting))).toBe(true);
    expect(passes('outbox-publisher', record('MODIFY', waiting))).toBe(false);
    expect(passes('outbox-publisher', record('INSERT', { NewImage: { pk: { S: 'SHOP#1' } } }))).toBe(false);
  });

  it('clean up after blocks that expired or were replaced, not after those that were removed', () => {
    const block = { Keys: { pk: { S: 'SHOP#1' }, sk: { S: 'BLOCK#2' } } };
    expect(passes('expired-block-cleaner', record('REMOVE', block, byTtl))).toBe(true);
    expect(passes('expired-block-cleaner', record('REMOVE', block))).toBe(false);
    expect(passes('expired-block-cleaner', record('REMOVE', { Keys: { sk: { S: 'IDEM' } } }, byTtl))).toBe(false);
    expect(passes('expired-block-cleaner', record('MODIFY', block))).toBe(true);
    expect(passes('expired-block-cleaner', record('MODIFY', { Keys: { sk: { S: 'ACCESS' } } }))).toBe(false);
    expect(passes('expired-block-cleaner', record('INSERT', block))).toBe(false);
  });
});

describe('the sweep', () => {
  it('runs every minute, as a role that may do only that', () => {
    const schedule = deployment.schedules.find(({ name }) => name === 'ssc-local-outbox-sweep');
    expect(schedule).toMatchObject({ expression: 'rate(1 minute)', enabled: true });
    const role = deployment.roles.find(({ arn }) => arn === schedule?.roleArn);
    expect(role?.statements.map(({ actions, resources }) => [actions, resources])).toEqual([
      [['lambda:InvokeFunction'], [schedule?.targetArn]],
    ]);
  });
});
