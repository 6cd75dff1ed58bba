import * as oauth from 'oauth4webapi';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startSignIn } from '../../../builders/sign-in.ts';

describe('the issuer, to a client of OpenID Connect', () => {
  let its: Awaited<ReturnType<typeof startSignIn>>;
  beforeAll(async () => {
    its = await startSignIn();
  });
  afterAll(() => its.close());

  it('signs somebody in with tokens for the API and about the person', async () => {
    const { tokens } = await its.signIn();
    expect(tokens).toMatchObject({ token_type: 'bearer', expires_in: 900, scope: 'openid ssc/seller' });
    expect(oauth.getValidatedIdTokenClaims(tokens)).toMatchObject({
      sub: 'olivia',
      aud: 'ssc',
      nonce: 'the-nonce',
      name: 'Olivia <Owner>',
      email: 'o@demo.example',
    });
    expect(await its.askApi(tokens.access_token)).toBe(200);
    expect(its.functions.events.at(-1)?.requestContext).toMatchObject({
      authorizer: { jwt: { claims: { sub: 'olivia', shops: '1:owner' } } },
    });
    expect(await its.askApi(tokens.id_token ?? '')).toBe(403);
  });

  it('revokes a session', async () => {
    const { refresh_token: token = '' } = (await its.signIn()).tokens;
    expect(await its.revoke(token)).toBeUndefined();
    await expect(its.renew(token)).rejects.toMatchObject({ error: 'invalid_grant' });
  });

  it('signs out the person whom the ID token names, and leads back to the first page', async () => {
    const { id_token: hint = '', refresh_token: token } = (await its.signIn()).tokens;
    const query = new URLSearchParams({ id_token_hint: hint, post_logout_redirect_uri: `${its.url}/`, state: 's' });
    const reply = await fetch(`${its.server.end_session_endpoint}?${query.toString()}`, { redirect: 'manual' });
    expect([reply.status, reply.headers.get('location')]).toEqual([303, `${its.url}/?state=s`]);
    await expect(its.renew(token)).rejects.toMatchObject({ error: 'invalid_grant' });
    const foreign = new URLSearchParams({ post_logout_redirect_uri: 'https://evil.example/' });
    const page = await fetch(`${its.server.end_session_endpoint}?${foreign.toString()}`, { redirect: 'manual' });
    expect([page.status, await page.text()]).toEqual([200, expect.stringContaining('You are signed out')]);
  });

  it('lets pages of this machine read its answers, and no others', async () => {
    const ask = (origin: string) =>
      fetch(`${its.url}/_local/issuer/.well-known/openid-configuration`, { headers: { origin } });
    const page = await ask('http://localhost:5173');
    expect(page.headers.get('access-control-allow-origin')).toBe('http://localhost:5173');
    expect((await ask('https://evil.example')).status).toBe(403);
  });
});
