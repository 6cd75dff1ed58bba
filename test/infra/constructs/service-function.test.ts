import { describe, expect, it } from 'vitest';
import { functionNames } from '../../../infra/names.ts';
import { synthesizeStage } from '../synthesized-stage.ts';

const stage = synthesizeStage('local');
const deployment = stage.deployment();
const functions = deployment.functions;
/** The stack of the console has a function of CDK's own, which runs at deployments alone. */
const ofType = (type: string) => stage.ofType(type).filter(({ stack }) => stack !== 'ssc-local-console');
const roleOf = (arn: string) => deployment.roles.find((role) => role.arn === arn);

describe('every function', () => {
  it('is deployed under its name, but for the one that only a user pool of our own needs', () => {
    const deployed = functionNames.filter((name) => name !== 'pre-token');
    expect(functions.map(({ name }) => name).toSorted()).toEqual(
      deployed.map((name) => `ssc-local-${name}`).toSorted(),
    );
  });

  it('has a role that no other function has', () => {
    expect(new Set(functions.map(({ roleArn }) => roleArn)).size).toBe(functions.length);
    for (const { properties } of ofType('AWS::IAM::Role')) expect(properties).not.toHaveProperty('ManagedPolicyArns');
  });

  it('writes to its own log group alone, which forgets', () => {
    const groups = stage.ofType('AWS::Logs::LogGroup').map(({ properties }) => properties);
    for (const { name, roleArn } of functions) {
      const group = groups.find((candidate) => candidate['LogGroupName'] === `/aws/lambda/${name}`);
      expect(group?.['RetentionInDays'], name).toBe(7);
      const logging = roleOf(roleArn)?.statements.filter(({ actions }) =>
        actions.some((action) => action.startsWith('logs:')),
      );
      expect(
        logging?.map(({ resources }) => resources),
        name,
      ).toEqual([[expect.stringContaining(`log-group:/aws/lambda/${name}`)]]);
    }
  });

  it('runs on the newest Node.js, on arm64', () => {
    for (const { properties } of ofType('AWS::Lambda::Function')) {
      expect(properties).toMatchObject({ Runtime: 'nodejs24.x', Architectures: ['arm64'], Handler: 'index.handler' });
    }
  });

  it('alarms when it fails or is throttled, and the alarm says who is hurt', () => {
    const alarms = stage.ofType('AWS::CloudWatch::Alarm').map(({ properties }) => properties);
    for (const metric of ['Errors', 'Throttles']) {
      const descriptions = alarms
        .filter((alarm) => alarm['Namespace'] === 'AWS/Lambda' && alarm['MetricName'] === metric)
        .map((alarm) => String(alarm['AlarmDescription']));
      for (const { name } of functions) {
        expect(
          descriptions.some((description) => description.startsWith(`${name} `) && description.length > 60),
          name,
        ).toBe(true);
      }
    }
  });

  it('gets its settings from its environment, and no AWS endpoint', () => {
    const settingsOf = (name: string) => functions.find((one) => one.name === `ssc-local-${name}`)?.environment ?? {};
    for (const { name, environment } of functions) {
      expect(environment['STAGE'], name).toBe('local');
      expect(
        Object.keys(environment).filter((variable) => variable.startsWith('AWS_')),
        name,
      ).toEqual([]);
    }
    expect(settingsOf('public-api')).not.toHaveProperty('TABLE_NAME');
    expect(settingsOf('blocks-api')).toMatchObject({ TABLE_NAME: 'ssc-local' });
    expect(settingsOf('outbox-sweeper')).toMatchObject({ TABLE_NAME: 'ssc-local', BUS_NAME: 'ssc-local' });
    expect(settingsOf('gate')).toMatchObject({
      TABLE_NAME: 'ssc-local',
      GATE_DEADLINE_MS: '150',
      GATE_FAIL_MODE: 'open',
      STOPPED_ORDERS_QUEUE_URL: expect.stringMatching(/ssc-local-stopped-orders$/),
    });
  });

  it('is limited to as many environments as the stage’s file says, which no other takes', () => {
    const limited = synthesizeStage('prod', {}, { reservedConcurrency: { gate: 200 } });
    const reserved = limited.ofType('AWS::Lambda::Function').flatMap(({ properties }) => {
      const limit = properties['ReservedConcurrentExecutions'];
      return limit === undefined ? [] : [[properties['FunctionName'], limit]];
    });
    expect(reserved).toEqual([['ssc-prod-gate', 200]]);
    const mistyped = () => synthesizeStage('prod', {}, { reservedConcurrency: { gat: 200 } });
    expect(mistyped).toThrow(/reservedConcurrency\.gat names no function; there are /);
  });
});
