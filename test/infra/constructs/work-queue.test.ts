import { describe, expect, it } from 'vitest';
import { synthesizeStage } from '../synthesized-stage.ts';

const stage = synthesizeStage('local');
const deployment = stage.deployment();
const queueAt = (arn: string | undefined) => deployment.queues.find((queue) => queue.arn === arn);
const functionAt = (arn: string) => deployment.functions.find((one) => one.arn === arn);
const queueMappings = deployment.eventSourceMappings.filter(({ sourceArn }) => queueAt(sourceArn));
const steps = deployment.queues.find(({ name }) => name === 'ssc-local-coverage-steps')?.arn;
const ends = deployment.queues.filter(({ redrive }) => !redrive);

describe('queues', () => {
  it('are one a purpose, each with its own dead letters', () => {
    const working = deployment.queues.filter(({ redrive }) => redrive).map(({ name }) => name);
    expect(working.toSorted()).toEqual(
      [
        'access-notices',
        'alert-deadlines',
        'buyer-links',
        'buyer-profiles',
        'cancellation-refusals',
        'coverage',
        'coverage-steps',
        'deadlines',
        'digests',
        'flag-withdrawals',
        'fraud-outcomes',
        'live',
        'notices',
        'order-flags',
        'orders',
        'refund-flags',
        'refunds',
        'rejection-refusals',
        'retaliation',
        'stopped-orders',
      ].map((purpose) => `ssc-local-${purpose}`),
    );
    for (const { name, redrive } of deployment.queues) {
      if (redrive) expect(queueAt(redrive.deadLetterArn)?.name).toBe(`${name}-dead-letters`);
    }
  });

  it('redrive after five attempts, to where messages stay longer', () => {
    for (const { name, redrive, retentionSeconds } of deployment.queues) {
      if (!redrive) continue;
      expect(redrive.maxReceiveCount, name).toBe(5);
      expect(queueAt(redrive.deadLetterArn)?.retentionSeconds, name).toBeGreaterThan(retentionSeconds);
    }
  });

  it('hide a message for six times its consumer’s timeout', () => {
    expect(queueMappings).toHaveLength(deployment.queues.length - ends.length);
    for (const { sourceArn, functionArn } of queueMappings) {
      const [queue, consumer] = [queueAt(sourceArn), functionAt(functionArn)];
      expect(queue?.visibilityTimeoutSeconds).toBeGreaterThanOrEqual(6 * (consumer?.timeoutSeconds ?? Infinity));
    }
  });

  it('let a consumer fail single messages and write to its own dead letters', () => {
    for (const { sourceArn, functionArn, reportsBatchItemFailures } of queueMappings) {
      const [consumer, deadLetters] = [functionAt(functionArn), queueAt(queueAt(sourceArn)?.redrive?.deadLetterArn)];
      expect(reportsBatchItemFailures).toBe(true);
      expect(consumer?.environment['DEAD_LETTER_QUEUE_URL']).toBe(deadLetters?.url);
      const role = deployment.roles.find(({ arn }) => arn === consumer?.roleArn);
      const sending = role?.statements.filter(({ actions }) => actions.includes('sqs:SendMessage'));
      const own = sending?.flatMap(({ resources }) => resources);
      // Work on markers sends what comes next.
      const next = queueAt(sourceArn)?.name.match(/coverage|buyer-links/) ? [steps] : [];
      expect(own?.toSorted()).toEqual([deadLetters?.arn, ...next].toSorted());
    }
  });

  it('are encrypted and refuse plain HTTP', () => {
    for (const { properties } of stage.ofType('AWS::SQS::Queue')) expect(properties['SqsManagedSseEnabled']).toBe(true);
    for (const { name, policy } of deployment.queues) {
      const denial = policy.find(({ effect }) => effect === 'Deny');
      expect(denial, name).toMatchObject({
        principals: ['*'],
        conditions: { Bool: { 'aws:SecureTransport': ['false'] } },
      });
    }
  });

  it('alarm on the first dead letter, and when work waits', () => {
    const alarmsOn = (metric: string) =>
      stage.ofType('AWS::CloudWatch::Alarm').filter(({ properties }) => properties['MetricName'] === metric);
    expect(alarmsOn('ApproximateNumberOfMessagesVisible')).toHaveLength(ends.length);
    for (const { properties } of alarmsOn('ApproximateNumberOfMessagesVisible'))
      expect(properties['Threshold']).toBe(1);
    expect(alarmsOn('ApproximateAgeOfOldestMessage')).toHaveLength(queueMappings.length);
  });
});
