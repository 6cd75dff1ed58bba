import { describe, expect, it } from 'vitest';
import { consoleProblems } from '../../infra/console-problems.ts';

const consoleUrl = 'https://console.example.com';
const issuer = 'https://issuer.example.com';

describe('consoleProblems', () => {
  it('has nothing against a certificate for the console’s name, and a client of the issuer', () => {
    const client = { issuer, consoleClientId: 'spa', signInOrigins: ['https://tokens.example.com'] };
    expect(consoleProblems({ ...client, consoleUrl, consoleCertificateArn: 'arn' })).toEqual([]);
    expect(consoleProblems({ signInOrigins: [] })).toEqual([]);
  });

  it.each([undefined, 'http://localhost:5173'])('refuses a certificate where the console is at %s', (url) => {
    expect(consoleProblems({ consoleUrl: url, consoleCertificateArn: 'arn', signInOrigins: [] })).toEqual([
      expect.stringMatching(/^consoleCertificateArn: /),
    ]);
  });

  it('refuses what only a given issuer has', () => {
    expect(consoleProblems({ consoleUrl, consoleClientId: 'spa', signInOrigins: ['https://a.example'] })).toEqual([
      expect.stringMatching(/^consoleClientId: /),
      expect.stringMatching(/^signInOrigins: /),
    ]);
  });
});
