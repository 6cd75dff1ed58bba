import { describe, expect, it } from 'vitest';
import { identityProblems } from '../../infra/identity-problems.ts';
import type { IdentitySettings } from '../../infra/identity-problems.ts';

const issuer = 'https://issuer.example.com';
const consoleUrl = 'https://console.example.com';

describe('identityProblems', () => {
  it.each<IdentitySettings>([
    { stage: 'prod', issuer, audience: 'sellers' },
    { stage: 'prod', issuer, audience: 'sellers', consoleUrl },
    { stage: 'local', issuer: 'http://127.0.0.1:3000/_local/issuer', audience: 'sellers' },
    { stage: 'prod', consoleUrl },
    { stage: 'dev', consoleUrl: 'http://localhost:5173' },
  ])('finds none in %o', (settings) => {
    expect(identityProblems(settings)).toEqual([]);
  });

  it.each<readonly [settings: IdentitySettings, problem: string]>([
    [{ stage: 'prod', issuer }, 'audience: is needed with an issuer'],
    [{ stage: 'prod', issuer: 'http://issuer.example.com', audience: 'sellers' }, 'issuer: must be https'],
    [{ stage: 'prod', audience: 'sellers', consoleUrl }, 'audience: belongs to an issuer'],
    [{ stage: 'prod' }, 'consoleUrl: is needed without an issuer'],
    [{ stage: 'prod', consoleUrl: 'http://console.example.com' }, 'consoleUrl: must be https'],
    [{ stage: 'prod', consoleUrl: 'http://localhost.example.com' }, 'consoleUrl: must be https'],
  ])('finds the one of %o', (settings, problem) => {
    expect(identityProblems(settings)).toEqual([expect.stringContaining(problem)]);
  });

  it('tells all of several at once', () => {
    expect(identityProblems({ stage: 'prod', audience: 'sellers' })).toHaveLength(2);
  });
});
