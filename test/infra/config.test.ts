import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { loadConfig } from '../../infra/config.ts';

const load = (environment: Record<string, string>, context: Record<string, unknown> = {}) =>
  loadConfig({ environment, context: (name) => context[name] });
const production = {
  SSC_STAGE: 'prod',
  SSC_ISSUER: 'https://issuer.example.com',
  SSC_AUDIENCE: 'sellers',
  SSC_MAIL_SENDER: 'security-center@example.com',
  SSC_ALARM_EMAIL: 'on-call@example.com',
};

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

  it('refuses a stage without a file, which a mistyped name is', () => {
    expect(() => load({ SSC_STAGE: 'production' })).toThrow(/infra\/stages\/production\.json: is missing/);
  });

  it('names each setting that is missing', () => {
    expect(() => load({ SSC_STAGE: 'prod' })).toThrow(
      /\n  mailSender must be an e-mail address\n  consoleUrl: .*\n  alarms\.page must name somebody/,
    );
    expect(() => load({ ...production, SSC_AUDIENCE: '' })).toThrow(/audience/);
  });

  it('needs no issuer where it knows the console, and then no audience', () => {
    const { SSC_ISSUER: _issuer, SSC_AUDIENCE: _audience, ...rest } = production;
    expect(load({ ...rest, SSC_CONSOLE_URL: 'https://console.example.com' })).toMatchObject({
      stage: 'prod',
      consoleUrl: 'https://console.example.com',
    });
    expect(load({ ...rest, SSC_CONSOLE_URL: 'http://localhost:5173' }).issuer).toBeUndefined();
    for (const SSC_CONSOLE_URL of ['http://console.example.com', 'http://localhost.example.com'])
      expect(() => load({ ...rest, SSC_CONSOLE_URL })).toThrow(/consoleUrl: must be https/);
    expect(() => load({ ...rest, SSC_AUDIENCE: 'sellers', SSC_CONSOLE_URL: 'https://console.example.com' })).toThrow(
      /audience: belongs to an issuer/,
    );
  });

  it('knows how the console is served, and signs in, where that is said', () => {
    const account = '1'.repeat(12);
    const more = {
      SSC_CONSOLE_URL: 'https://console.example.com',
      SSC_CONSOLE_CLIENT_ID: 'spa',
      SSC_SIGN_IN_ORIGINS: 'https://tokens.example.com https://keys.example.com',
      SSC_CONSOLE_CERTIFICATE_ARN: `arn:aws:acm:us-east-1:${account}:certificate/1`,
      SSC_CONSOLE_WEB_ACL_ARN: `arn:aws:wafv2:us-east-1:${account}:global/webacl/shops/1`,
    };
    expect(load({ ...production, ...more })).toMatchObject({
      consoleClientId: 'spa',
      signInOrigins: ['https://tokens.example.com', 'https://keys.example.com'],
      consoleCertificateArn: more.SSC_CONSOLE_CERTIFICATE_ARN,
      consoleWebAclArn: more.SSC_CONSOLE_WEB_ACL_ARN,
    });
    const elsewhere = { SSC_CONSOLE_CERTIFICATE_ARN: `arn:aws:acm:eu-west-1:${account}:certificate/1` };
    expect(() => load({ ...production, ...more, ...elsewhere })).toThrow(
      /consoleCertificateArn must be .* in us-east-1/,
    );
    expect(() => load({ ...production, SSC_SIGN_IN_ORIGINS: 'https://a.example/path' })).toThrow(/signInOrigins/);
  });

  it('lets pages of the console connect, or those that are named', () => {
    const origins = (more: Record<string, string>) => load({ ...production, ...more }).allowedOrigins;
    expect(origins({})).toEqual([]);
    expect(origins({ SSC_CONSOLE_URL: 'https://console.example.com/app?x=1' })).toEqual([
      'https://console.example.com',
    ]);
    expect(
      origins({
        SSC_CONSOLE_URL: 'https://console.example.com',
        SSC_ALLOWED_ORIGINS: 'https://a.example http://b.example:8080',
      }),
    ).toEqual(['https://a.example', 'http://b.example:8080']);
    for (const wide of ['*', 'https://*', 'https://*.example', 'https://a.example:*'])
      expect(() => origins({ SSC_ALLOWED_ORIGINS: wide }), wide).toThrow(/allowedOrigins/);
  });

  it('leaves the port of a page open on one machine alone', () => {
    expect(load({}).allowedOrigins).toEqual(['http://127.0.0.1:*', 'http://localhost:*']);
    expect(load({ SSC_ALLOWED_ORIGINS: 'http://[::1]:*' }).allowedOrigins).toEqual(['http://[::1]:*']);
  });

  it('refuses an issuer that anyone on the way could play', () => {
    expect(() => load({ ...production, SSC_ISSUER: 'http://issuer.example.com' })).toThrow(/issuer: must be https/);
  });

  it('refuses an address that is none', () => {
    expect(() => load({ ...production, SSC_ALARM_EMAIL: 'on-call' })).toThrow(/alarms\.page\.emails\.0 must be/);
    expect(() => load({ ...production, SSC_MAIL_SENDER: 'example.com' })).toThrow(/mailSender/);
  });
});

describe('the lines to deploy by in docs/operations.md', () => {
  const page = readFileSync(new URL('../../docs/operations.md', import.meta.url), 'utf8');
  const lines = page.split('\n').filter((line) => line.startsWith('npx cdk deploy '));

  it('are there for a stage with an issuer, and for one without', () => {
    expect(lines.map((line) => line.includes('issuer='))).toEqual([true, false]);
  });

  it.each(lines)('say all that the stage needs: %s', (line) => {
    const given = Object.fromEntries([...line.matchAll(/-c (\w+)=(\S+)/g)].map(([, name, value]) => [name, value]));
    expect(load({}, given)).toMatchObject({ stage: given['stage'], mailSender: given['mailSender'] });
  });
});

describe('production', () => {
  it('is not synthesized without somebody to alarm', () => {
    expect(() => load({ ...production, SSC_ALARM_EMAIL: '' })).toThrow(/\n  alarms\.page must name somebody to alarm/);
    const { SSC_ALARM_EMAIL: _email, ...rest } = production;
    const alarms = load({ ...rest, SSC_ALARM_URL: 'https://pages.example.com/1 https://pages.example.com/2' }).alarms;
    expect(alarms.page.urls).toEqual(['https://pages.example.com/1', 'https://pages.example.com/2']);
  });
});
