import { describe, expect, it } from 'vitest';
import { readAuthorizationRequest } from '../../../../core/issuer/authorization-request.ts';

const good = {
  client_id: 'ssc',
  redirect_uri: 'http://127.0.0.1:3000/signed-in',
  response_type: 'code',
  scope: 'openid ssc/seller',
  state: 'st',
  nonce: 'no',
  code_challenge: 'a'.repeat(43),
  code_challenge_method: 'S256',
};
const read = (changes: Record<string, string | undefined>, more = '') => {
  const all = Object.entries({ ...good, ...changes }).filter((pair): pair is [string, string] => pair[1] !== undefined);
  return readAuthorizationRequest(new URLSearchParams(new URLSearchParams(all).toString() + more), 'ssc');
};

describe('readAuthorizationRequest', () => {
  it('reads what the client is to get back, and what proves that it asked', () => {
    expect(read({})).toEqual({
      type: 'good',
      request: {
        redirectUri: good.redirect_uri,
        scope: good.scope,
        codeChallenge: good.code_challenge,
        state: 'st',
        nonce: 'no',
      },
    });
  });

  it.each([
    ['client_id', { client_id: 'other' }, ''],
    ['client_id', { client_id: undefined }, ''],
    ['client_id', {}, '&client_id=other'],
    ['redirect_uri', { redirect_uri: undefined }, ''],
    ['redirect_uri', { redirect_uri: 'https://evil.example/signed-in' }, ''],
    ['redirect_uri', { redirect_uri: 'http://127.0.0.1:3000/other' }, ''],
    ['redirect_uri', {}, '&redirect_uri=http://evil.example/signed-in'],
  ])('sends nobody anywhere when %s is not the client’s (%o%s)', (name, changes, more) => {
    expect(read(changes, more)).toMatchObject({ type: 'not_the_client', problem: expect.stringMatching(`^${name}:`) });
  });

  it.each([
    ['unsupported_response_type', { response_type: 'token' }],
    ['unsupported_response_type', { response_type: undefined }],
    ['invalid_request', { response_mode: 'fragment' }],
    ['invalid_request', { code_challenge: undefined }],
    ['invalid_request', { code_challenge: 'short' }],
    ['invalid_request', { code_challenge_method: 'plain' }],
    ['invalid_request', { code_challenge_method: undefined }],
    ['invalid_scope', { scope: undefined }],
    ['invalid_scope', { scope: 'ssc/seller' }],
    ['invalid_scope', { scope: 'openid ssc/ops' }],
    ['invalid_request', { prompt: 'none login' }],
    ['request_not_supported', { request: 'jwt' }],
    ['request_uri_not_supported', { request_uri: 'urn:x' }],
  ])('tells the client %s of %o, with its state', (error, changes) => {
    expect(read(changes)).toMatchObject({ type: 'refused', error, state: 'st', redirectUri: good.redirect_uri });
  });

  it.each([
    ['ask', { prompt: 'login' }],
    ['ask', { prompt: 'select_account' }],
    ['ask', { max_age: '60' }],
    ['never_ask', { prompt: 'none' }],
    [undefined, {}],
  ])('reads whether somebody who is signed in is to be asked: %s of %o', (prompt, changes) => {
    expect(read(changes)).toMatchObject({ type: 'good', request: { prompt } });
  });

  it('tells the client of a parameter that stands there twice', () => {
    expect(read({}, '&nonce=2')).toMatchObject({ type: 'refused', error: 'invalid_request' });
  });
});
