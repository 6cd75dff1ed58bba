import { describe, expect, it } from 'vitest';
import { loadConfig } from '../../infra/config.ts';

const load = (environment: Record<string, string>, context: Record<string, unknown> = {}) =>
  loadConfig({ environment, context: (name) => context[name] });
const production = { SSC_STAGE: 'prod', SSC_ISSUER: 'https://issuer.example.com', SSC_AUDIENCE: 'sellers' };

describe('the configuration of a stage', () => {
  it('is the local one when nothing is said', () => {
    expect(load({})).toMatchObject({
      stage: 'local',
      keepsData: false,
      issuer: 'http://127.0.0.1:3000/_local/issuer',
      audience: 'ssc',
      gate: { deadlineMilliseconds: 150, failMode: 'open' },
    });
  });

  it('keeps the data of production', () => {
    expect(load(production)).toMatchObject({ stage: 'prod', keepsData: true, issuer: 'https://issuer.example.com' });
  });

  it('puts the CDK context before the environment', () => {
    expect(load(production, { audience: 'others' }).audience).toBe('others');
  });

  it('refuses a stage that it does not know, naming those that it does', () => {
    expect(() => load({ SSC_STAGE: 'production' })).toThrow(/local, dev, prod/);
  });

  it('names each setting that is missing', () => {
    expect(() => load({ SSC_STAGE: 'prod' })).toThrow(/issuer: .*\n.*audience: /);
    expect(() => load({ ...production, SSC_AUDIENCE: '' })).toThrow(/audience/);
  });

  it('refuses an issuer that anyone on the way could play', () => {
    expect(() => load({ ...production, SSC_ISSUER: 'http://issuer.example.com' })).toThrow(/issuer: must be https/);
  });

  it('refuses an address that is none', () => {
    expect(() => load({ ...production, SSC_ALARM_EMAIL: 'on-call' })).toThrow(/alarmEmail/);
  });
});
