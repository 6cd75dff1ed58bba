import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { errors, exportJWK, generateKeyPair } from 'jose';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createIssuerKeys, IssuerUnavailable } from '../../../../services/apigateway/issuer-keys.ts';

const discovery = '/.well-known/openid-configuration';
let key: object;
beforeAll(async () => {
  const { publicKey } = await generateKeyPair('RS256', { extractable: true });
  key = { ...(await exportJWK(publicKey)), kid: 'one', alg: 'RS256' };
});

describe('createIssuerKeys', () => {
  let server: Server;
  let issuer = '';
  let asked: (string | undefined)[] = [];
  /** What the issuer answers to each path; nothing at all to others. */
  let answers: Record<string, unknown> = {};
  beforeEach(async () => {
    asked = [];
    server = createServer((request, response) => {
      asked.push(request.url);
      const answer = answers[request.url ?? ''];
      response.writeHead(answer === undefined ? 404 : 200, { 'content-type': 'application/json' });
      response.end(typeof answer === 'string' ? answer : JSON.stringify(answer));
    }).listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
    issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    answers = { [discovery]: { issuer, jwks_uri: `${issuer}/keys` }, '/keys': { keys: [key] } };
  });
  afterEach(() => {
    server.closeAllConnections();
    server.close();
  });
  const find = async (kid = 'one', keysOf = createIssuerKeys()) =>
    (await keysOf(issuer))({ alg: 'RS256', kid }, { payload: '', signature: '' });

  it('finds a key of the issuer through its discovery document', async () => {
    expect(await find()).toBeDefined();
    expect(asked).toEqual([discovery, '/keys']);
  });

  it('asks once, and keeps what it has found', async () => {
    const keysOf = createIssuerKeys();
    for (let n = 0; n < 3; n += 1) await find('one', keysOf);
    await expect(find('unknown', keysOf)).rejects.toThrow(errors.JWKSNoMatchingKey);
    expect(asked).toEqual([discovery, '/keys']);
  });

  it('finds the document of an issuer that is written with a slash at its end', async () => {
    issuer += '/';
    answers[discovery] = { issuer, jwks_uri: `${issuer}keys` };
    await find();
    expect(asked).toEqual([discovery, '/keys']);
  });

  it.each<[string, () => unknown, string]>([
    ['no document', () => undefined, 'cannot be read: Error: status 404'],
    ['what is no JSON', () => '<html>', 'cannot be read: SyntaxError'],
    ['null', () => 'null', 'names the issuer undefined'],
    ['the document of another issuer', () => ({ issuer: `${issuer}/other`, jwks_uri: issuer }), 'names the issuer'],
    ['a document without keys', () => ({ issuer }), 'has no jwks_uri'],
    ['a document with no address of keys', () => ({ issuer, jwks_uri: 'keys' }), 'has no jwks_uri'],
  ])('says that the issuer is unavailable where it answers %s, and asks again next time', async (_, document, problem) => {
    const keysOf = createIssuerKeys();
    const whole = answers[discovery];
    answers[discovery] = document();
    const failed = find('one', keysOf);
    await expect(failed).rejects.toThrow(IssuerUnavailable);
    await expect(failed).rejects.toThrow(problem);
    answers[discovery] = whole;
    await expect(find('one', keysOf)).resolves.toBeDefined();
  });

  it.each([
    ['no keys', undefined],
    ['what is no list of keys', { keys: 'none' }],
  ])('says so where it answers %s, and does not blame the token', async (_, keys) => {
    answers['/keys'] = keys;
    await expect(find()).rejects.toThrow(IssuerUnavailable);
  });

  it('says so where nobody answers', async () => {
    server.close();
    server.closeAllConnections();
    await expect(find()).rejects.toThrow(IssuerUnavailable);
  });
});
