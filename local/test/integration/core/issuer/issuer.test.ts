import { generateKeyPairSync, createPrivateKey, createPublicKey, sign as signBytes } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { exportJWK, SignJWT, UnsecuredJWT } from 'jose';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { localSigner, signedFetch } from '../../../../../clients/signed-fetch.ts';
import { longestClaim } from '../../../../../shared/access/member-rules.ts';
import { startFixture } from '../../../builders/open-front-end.ts';

/** API Gateway refuses more, in bytes: https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-quotas.html */
const mostHeaders = 10_240;
const folder = mkdtempSync(join(tmpdir(), 'ssc-issuer-'));
const keyFile = join(folder, 'key.pem');
const stranger = generateKeyPairSync('rsa', { modulusLength: 2048 });
const elliptic = generateKeyPairSync('ec', { namedCurve: 'P-256' });

describe('the HTTP front end, on tokens that its issuer signed or did not', () => {
  let fixture: Awaited<ReturnType<typeof startFixture>>;
  let own: KeyObject;
  let kid = '';
  beforeAll(async () => {
    fixture = await startFixture({ keyFile });
    own = createPrivateKey(readFileSync(keyFile));
    const { keys } = (await (await fetch(`${fixture.url}/_local/issuer/jwks.json`)).json()) as {
      keys: { kid: string }[];
    };
    kid = keys[0]?.kid ?? '';
  });
  afterAll(async () => {
    await fixture.close();
    rmSync(folder, { recursive: true });
  });
  beforeEach(() => {
    fixture.functions.events.length = 0;
  });

  const now = () => Math.floor(fixture.clock.now() / 1000);
  /** The claims of an access token as a user pool makes them: a client, and no audience. */
  const claims = (overrides: object = {}) => ({
    iss: `${fixture.url}/_local/issuer`,
    sub: '2f0c8d1e-0000-4000-8000-000000000001',
    client_id: 'ssc',
    token_use: 'access',
    scope: 'openid ssc/seller',
    shops: '1:owner',
    auth_time: now(),
    iat: now(),
    exp: now() + 900,
    jti: '7b0c8d1e-0000-4000-8000-000000000002',
    username: '2f0c8d1e-0000-4000-8000-000000000001',
    ...overrides,
  });
  const sign = (overrides: object = {}, header: object = {}, key: KeyObject = own) =>
    new SignJWT(claims(overrides)).setProtectedHeader({ alg: 'RS256', kid, ...header }).sign(key);
  const ask = async (token: string) => {
    const reply = await fetch(`${fixture.url}/seller/1`, { headers: { authorization: `Bearer ${token}` } });
    return [reply.status, await reply.text()];
  };
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');

  it('takes the access token of a user pool', async () => {
    expect((await ask(await sign()))[0]).toBe(200);
    expect(fixture.functions.events).toHaveLength(1);
  });

  it('takes the longest one that the pool’s trigger makes, with room for a browser’s headers', async () => {
    const token = await sign({ shops: '7'.repeat(longestClaim) });
    expect(token.length).toBeLessThan(mostHeaders - 3_000);
    expect((await ask(token))[0]).toBe(200);
  });

  it.each([
    ['is expired', () => sign({ exp: now() - 1 })],
    ['never expires', () => sign({ exp: undefined })],
    ['is not yet good', () => sign({ nbf: now() + 60 })],
    ['is from the future', () => sign({ iat: now() + 60 })],
    ['is of another issuer', () => sign({ iss: 'https://issuer.example.com' })],
    ['is of no issuer', () => sign({ iss: undefined })],
    ['is for another client', () => sign({ client_id: 'other' })],
    ['is for another audience, whatever its client', () => sign({ aud: 'other' })],
    ['is for nobody', () => sign({ client_id: undefined })],
    ['has an unknown kid', () => sign({}, { kid: 'other' })],
    ['has no kid', () => sign({}, { kid: undefined })],
    ['is signed by a stranger under the kid of the issuer', () => sign({}, {}, stranger.privateKey)],
    [
      'brings the key of a stranger along',
      async () => sign({}, { jwk: await exportJWK(stranger.publicKey) }, stranger.privateKey),
    ],
    ['is not signed', async () => new UnsecuredJWT(claims()).encode()],
    ['is not signed, under the kid of the issuer', async () => `${part({ alg: 'none', kid })}.${part(claims())}.`],
    ['has lost its signature', async () => `${(await sign()).split('.').slice(0, 2).join('.')}.`],
    ['is signed with an elliptic curve', () => sign({}, { alg: 'ES256' }, elliptic.privateKey)],
    [
      'is signed with the public key as a secret',
      async () => {
        const secret = createPublicKey(own).export({ type: 'spki', format: 'pem' });
        return new SignJWT(claims()).setProtectedHeader({ alg: 'HS256', kid }).sign(Buffer.from(secret));
      },
    ],
    [
      'is signed, and no JSON',
      async () => {
        const text = `${part({ alg: 'RS256', kid })}.${Buffer.from('no').toString('base64url')}`;
        return `${text}.${signBytes('sha256', Buffer.from(text), own).toString('base64url')}`;
      },
    ],
    ['is two tokens', async () => `${await sign()} ${await sign()}`],
  ])('answers 401 to one that %s', async (_, make) => {
    expect(await ask(await make())).toEqual([401, '{"message":"Unauthorized"}']);
    expect(fixture.functions.events).toEqual([]);
  });

  it.each([
    ['an ID token', { token_use: 'id', aud: 'ssc', client_id: undefined, scope: undefined }],
    ['a token of the pool’s own API', { scope: 'aws.cognito.signin.user.admin' }],
    ['another scope', { scope: 'openid ssc/buyer' }],
    ['a scope that begins alike', { scope: 'ssc/sellers ssc' }],
    ['a scope in capitals', { scope: 'SSC/SELLER' }],
    ['an empty scope', { scope: '' }],
  ])('answers 403 to %s', async (_, overrides) => {
    expect(await ask(await sign(overrides))).toEqual([403, '{"message":"Forbidden"}']);
    expect(fixture.functions.events).toEqual([]);
  });

  it('takes a token from its header alone', async () => {
    const token = await sign();
    const elsewhere = [
      fetch(`${fixture.url}/seller/1?access_token=${token}&authorization=${token}`),
      fetch(`${fixture.url}/seller/1`, { headers: { cookie: `authorization=${token}` } }),
    ];
    for (const reply of await Promise.all(elsewhere)) expect(reply.status).toBe(401);
    expect(fixture.functions.events).toEqual([]);
  });

  it('takes no seller’s token for a signature, and no signature for a token', async () => {
    const token = await sign();
    const asSeller = await fetch(`${fixture.url}/service/allowed`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}` },
    });
    expect([asSeller.status, await asSeller.json()]).toEqual([403, { message: 'Forbidden' }]);
    const asService = await signedFetch(localSigner('order-service'), `${fixture.url}/seller/1`);
    expect([asService.status, await asService.json()]).toEqual([401, { message: 'Unauthorized' }]);
    expect(fixture.functions.events).toEqual([]);
  });
});
