import { OidcClient } from 'oidc-client-ts';
import { describe, expect, it } from 'vitest';
import { signOutRequest } from '../../../src/session/sign-out-rules.ts';

const back = 'https://console.example/';
const client = new OidcClient({
  authority: 'https://pool.example',
  client_id: 'console',
  redirect_uri: `${back}signed-in`,
  metadata: { issuer: 'https://pool.example', end_session_endpoint: 'https://login.example/logout' },
});
const addressWith = async (idToken?: string) =>
  new URL((await client.createSignoutRequest(signOutRequest('console', back, idToken))).url);

describe('signing out', () => {
  it('says who signs out and where to come back to, in the words of OpenID Connect and of Cognito', async () => {
    const { origin, pathname, searchParams } = await addressWith();
    expect(origin + pathname).toBe('https://login.example/logout');
    expect(Object.fromEntries(searchParams)).toEqual({
      client_id: 'console',
      post_logout_redirect_uri: back,
      logout_uri: back,
    });
  });

  it('names the session by its ID token, where there is one, and the client once', async () => {
    const { searchParams } = await addressWith('header.payload.signature');
    expect(searchParams.getAll('client_id')).toEqual(['console']);
    expect(searchParams.get('id_token_hint')).toBe('header.payload.signature');
  });
});
