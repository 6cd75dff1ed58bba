import { describe, expect, it } from 'vitest';
import { synthesizeStage } from '../synthesized-stage.ts';

const prod = synthesizeStage('prod');
const name = 'ssc-account';

describe('what an account has once', () => {
  it('is the same template for each stage', () => {
    expect(prod.templates[name]).toBe(synthesizeStage('local').templates[name]);
  });

  it('is there before the WebSocket API that logs by it', () => {
    expect(Object.keys(prod.templates).indexOf(name)).toBeLessThan(
      Object.keys(prod.templates).indexOf('ssc-prod-live'),
    );
    expect(prod.dependencies['ssc-prod-live']).toContain(name);
  });

  it('stays when a stage is taken away, and not when its first deployment failed', () => {
    const policies = prod.resources.filter(({ stack }) => stack === name).map(({ deletionPolicy }) => deletionPolicy);
    expect(policies).toEqual(['RetainExceptOnCreate', 'RetainExceptOnCreate']);
  });

  it('is left to others where the stage’s file says so', () => {
    const stage = synthesizeStage('prod', {}, { apiLogRole: 'existing' });
    expect(stage.ofType('AWS::ApiGateway::Account')).toEqual([]);
    expect(Object.keys(stage.templates)).not.toContain(name);
  });
});
