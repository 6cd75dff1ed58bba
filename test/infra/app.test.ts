import { describe, expect, it } from 'vitest';
import { synthesizeStage } from './synthesized-stage.ts';

const local = synthesizeStage('local');
const prod = synthesizeStage('prod');

describe('the templates', () => {
  it('are the stacks of their stage', () => {
    expect(Object.keys(prod.templates)).toEqual([
      'ssc-account',
      'ssc-prod-callers',
      'ssc-prod-data',
      'ssc-prod-live',
      'ssc-prod-events',
      'ssc-prod-api',
      'ssc-prod-console',
      'ssc-prod-watch',
    ]);
  });

  it('hold no secret', () => {
    for (const [name, template] of [...Object.entries(local.templates), ...Object.entries(prod.templates)]) {
      expect(template, name).not.toMatch(/AKIA[0-9A-Z]{16}|-----BEGIN|"[^"]*(?:password|secret_?key|api_?key)[^"]*":/i);
    }
  });

  it('know neither account nor region', () => {
    for (const [name, template] of Object.entries(prod.templates)) {
      expect(template, name).not.toMatch(/\b[a-z]{2}-[a-z]+-\d\b|:\d{12}:/);
    }
  });

  it('need no custom resources, so that any emulator can deploy them, but for the files of the console', () => {
    const custom = local.resources.filter(({ type }) => /^Custom::|CustomResource/.test(type));
    expect(custom.map(({ stack, type }) => [stack, type])).toEqual([
      ['ssc-local-console', 'Custom::CDKBucketDeployment'],
      ['ssc-local-console', 'Custom::CDKBucketDeployment'],
    ]);
  });

  it('tell people of an alarm only where somebody is to be told', () => {
    const parts = (id: string): boolean => id.startsWith('Objectives');
    for (const [stage, actions] of [
      [local, 0],
      [prod, 1],
    ] as const) {
      for (const { properties, id } of stage.ofType('AWS::CloudWatch::Alarm'))
        expect(properties['AlarmActions'] ?? [], id).toHaveLength(parts(id) ? 0 : actions);
      for (const { properties, id } of stage.ofType('AWS::CloudWatch::CompositeAlarm'))
        expect(properties['AlarmActions'] ?? [], id).toHaveLength(actions);
    }
  });

  it('let only this account assume the callers’ roles when nobody else is named', () => {
    const roles = prod.ofType('AWS::IAM::Role').filter(({ stack }) => stack === 'ssc-prod-callers');
    expect(roles.map(({ properties }) => properties['RoleName'])).toEqual(
      ['marketplace', 'order-service', 'performance-service', 'support', 'ops'].map((caller) => ({
        'Fn::Join': ['', [`ssc-prod-${caller}-`, { Ref: 'AWS::Region' }]],
      })),
    );
    for (const { properties } of roles) {
      expect(JSON.stringify(properties['AssumeRolePolicyDocument'])).toMatch(/\{"Ref":"AWS::AccountId"\},":root"/);
    }
  });
});
