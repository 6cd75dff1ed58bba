import { describe, expect, it } from 'vitest';
import { discoveryOf } from '../../../../core/issuer/discovery.ts';

describe('discoveryOf', () => {
  const discovery = Object.entries(discoveryOf('http://127.0.0.1:3000/_local/issuer', 'RS256')) as [string, unknown][];

  it('offers a code with PKCE, to clients without a secret, and nothing weaker', () => {
    expect(Object.fromEntries(discovery)).toMatchObject({
      response_types_supported: ['code'],
      grant_types_supported: ['authorization_code', 'refresh_token'],
      code_challenge_methods_supported: ['S256'],
      token_endpoint_auth_methods_supported: ['none'],
    });
  });

  it('names endpoints below the issuer alone', () => {
    const endpoints = discovery.filter(([name]) => /_endpoint$|_uri$/.test(name));
    expect(endpoints).toHaveLength(5);
    for (const [, url] of endpoints) expect(url).toMatch(/^http:\/\/127\.0\.0\.1:3000\/_local\/issuer\/[a-z.-]+$/);
  });
});
