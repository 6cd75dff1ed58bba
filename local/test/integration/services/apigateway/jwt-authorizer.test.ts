import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createJwtAuthorizer } from '../../../../services/apigateway/jwt-authorizer.ts';
import { createClock } from '../../../../core/state/clock.ts';
import { openJournal } from '../../../../core/state/journal.ts';

const clock = createClock(openJournal(undefined));
const authorize = createJwtAuthorizer(clock);
const rsa = await generateKeyPair('RS256', { extractable: true });
const elliptic = await generateKeyPair('ES256', { extractable: true });

/** An issuer of another make, with an RSA and an EC key. */
describe('the JWT authorizer', () => {
  let server: Server;
  let issuer = '';
  beforeAll(async () => {
    const keys = [
      { ...(await exportJWK(rsa.publicKey)), kid: 'rsa', alg: 'RS256' },
      { ...(await exportJWK(elliptic.publicKey)), kid: 'ec', alg: 'ES256' },
    ];
    server = createServer((request, response) => {
      const found = request.url === '/keys' ? { keys } : { issuer, jwks_uri: `${issuer}/keys` };
      response.setHeader('content-type', 'application/json').end(JSON.stringify(found));
    }).listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
    issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });

  const seconds = () => Math.floor(clock.now() / 1000);
  const sign = (claims: Record<string, unknown>, header: Record<string, unknown> = {}, key = rsa.privateKey) =>
    new SignJWT({ iss: issuer, aud: 'ssc', scope: 'ssc/seller', iat: seconds(), exp: seconds() + 60, ...claims })
      .setProtectedHeader({ alg: 'RS256', kid: 'rsa', ...header })
      .sign(key);
  const check = async (token: string, overrides: object = {}) =>
    authorize(token, { type: 'JWT', issuer, audience: ['ssc'], scopes: ['ssc/seller'], ...overrides });

  it('takes any one of the route’s scopes, from scope or scp', async () => {
    const scopes = { scopes: ['a', 'b'] };
    expect((await check(await sign({ scope: 'x b' }), scopes)).allowed).toBe(true);
    expect((await check(await sign({ scope: undefined, scp: ['b'] }), scopes)).allowed).toBe(true);
    expect(await check(await sign({ scope: 'ab' }), scopes)).toMatchObject({ allowed: false, status: 403 });
    expect((await check(await sign({ scope: undefined }), { scopes: [] })).allowed).toBe(true);
  });

  it('looks at client_id only without aud', async () => {
    expect((await check(await sign({ aud: ['other', 'ssc'] }))).allowed).toBe(true);
    expect((await check(await sign({ aud: undefined, client_id: 'ssc' }))).allowed).toBe(true);
    const wrong = await check(await sign({ aud: 'other', client_id: 'ssc' }));
    expect(wrong).toMatchObject({
      status: 401,
      authenticate:
        'Bearer scope="" error="invalid_token" error_description="the token does not have a valid audience"',
    });
  });

  it.each([
    ['is expired', () => sign({ exp: seconds() - 1 })],
    ['has no exp', () => sign({ exp: undefined })],
    ['is not yet good', () => sign({ nbf: seconds() + 60 })],
    ['is from the future', () => sign({ iat: seconds() + 60 })],
    ['is of another issuer', () => sign({ iss: 'http://127.0.0.1:1' })],
    ['has no kid', () => sign({}, { kid: undefined })],
    ['has an unknown kid', () => sign({}, { kid: 'other' })],
    ['is signed with an EC key', () => sign({}, { alg: 'ES256', kid: 'ec' }, elliptic.privateKey)],
  ])('refuses a token that %s', async (_, make) => {
    expect(await check(await make())).toMatchObject({ allowed: false, status: 401 });
  });

  it('refuses every token while the issuer cannot be reached', async () => {
    const gone = 'http://127.0.0.1:1';
    expect(await check(await sign({ iss: gone }), { issuer: gone })).toMatchObject({
      status: 401,
      reason: 'OIDC discovery endpoint communication error',
    });
  });

  it('lives on the local clock', async () => {
    const token = await sign({});
    expect((await check(token)).allowed).toBe(true);
    clock.advance(61);
    expect(await check(token)).toMatchObject({ status: 401, reason: 'the token has expired' });
    expect((await check(await sign({}))).allowed).toBe(true);
  });
});
