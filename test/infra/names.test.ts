import { describe, expect, it } from 'vitest';
import { functionNames, queueOf, routedQueues } from '../../infra/names.ts';
import { deadLetterQueues } from '../../ops/dead-letter-queues.ts';
import { tableSettings } from '../../ops/restore/table-settings.ts';
import { callers } from '../../ops/smoke/caller-signers.ts';
import { synthesizeStage } from './synthesized-stage.ts';

const local = synthesizeStage('local');
const { archives, buses, functions, outputs, queues, rules, eventSourceMappings } = local.deployment();

describe('the dead-letter queues that ops look after', () => {
  it('are all of the deployment’s', () => {
    const ends = queues.filter(({ redrive }) => !redrive).map(({ name }) => name);
    expect(deadLetterQueues.map(({ name }) => `ssc-local-${name}`).toSorted()).toEqual(ends.toSorted());
  });

  it('send their letters back to the queue that they came from', () => {
    for (const queue of deadLetterQueues) {
      if (queue.kind !== 'work') continue;
      const source = queues.find(({ name }) => name === `ssc-local-${queue.source}`);
      expect(source?.redrive?.deadLetterArn, queue.name).toMatch(new RegExp(`:ssc-local-${queue.name}$`));
    }
  });
});

describe('what ops know by name', () => {
  it('is what the stacks put out: the addresses, the table, and the role of each caller', () => {
    const keys = ['ServiceApiUrl', 'SellerApiUrl', 'TableName'];
    const roles = callers.map((caller) => `RoleOf${caller.replaceAll('-', '')}`);
    for (const key of [...keys, ...roles]) expect(outputs, key).toHaveProperty(key);
    expect(outputs['TableName']).toBe('ssc-local');
  });

  it('is the rule, the bus and the archive of a replay', () => {
    const arns = rules.map(({ arn }) => arn);
    for (const { queue } of routedQueues)
      expect(arns).toContain(`arn:aws:events:us-east-1:000000000000:rule/ssc-local/ssc-local-${queue}`);
    expect(buses.map(({ arn }) => arn)).toEqual(['arn:aws:events:us-east-1:000000000000:event-bus/ssc-local']);
    expect(archives.map(({ arn }) => arn)).toEqual(['arn:aws:events:us-east-1:000000000000:archive/ssc-local']);
  });

  it('is each function, with the queue that it works on', () => {
    for (const name of functionNames) {
      const { arn } = functions.find((one) => one.name === `ssc-local-${name}`) ?? {};
      const sources = eventSourceMappings
        .filter(({ functionArn }) => functionArn === arn)
        .map(({ sourceArn }) => sourceArn);
      const queue = sources.find((source) => source.includes(':sqs:'));
      expect(queueOf(name), name).toBe(queue?.replace(/^.*:ssc-local-/, ''));
    }
  });

  it('is what the template turns on of the table', () => {
    expect(local.ofType('AWS::DynamoDB::Table')[0]?.properties).toMatchObject({
      TimeToLiveSpecification: { AttributeName: tableSettings.ttlAttribute, Enabled: true },
      StreamSpecification: { StreamViewType: tableSettings.streamView },
      PointInTimeRecoverySpecification: {
        PointInTimeRecoveryEnabled: true,
        RecoveryPeriodInDays: tableSettings.recoveryDays,
      },
    });
  });
});
