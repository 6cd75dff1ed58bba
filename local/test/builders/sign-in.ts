import * as oauth from 'oauth4webapi';
import { startFixture } from './open-front-end.ts';

export const client: oauth.Client = { client_id: 'ssc' };
/** The client is made for https; this machine has none. */
const insecure = { [oauth.allowInsecureRequests]: true };

/** A running issuer, and a client of OpenID Connect that has discovered it. */
export async function startSignIn() {
  const fixture = await startFixture();
  const redirectUri = `${fixture.url}/signed-in`;
  const issuer = new URL(`${fixture.url}/_local/issuer`);
  const server = await oauth.processDiscoveryResponse(issuer, await oauth.discoveryRequest(issuer, insecure));
  const parametersFor = async (verifier: string, more: Record<string, string> = {}) =>
    new URLSearchParams({
      client_id: client.client_id,
      redirect_uri: redirectUri,
      response_type: 'code',
      scope: 'openid ssc/seller',
      state: 'the-state',
      nonce: 'the-nonce',
      code_challenge: await oauth.calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
      ...more,
    });
  /** Opens the page and presses a button, as a browser does. */
  const choose = async (parameters: URLSearchParams, person: string): Promise<URL> => {
    const page = await fetch(`${server.authorization_endpoint}?${parameters.toString()}`, { redirect: 'manual' });
    const html = await page.text();
    const fields = new URLSearchParams({ person });
    for (const [, name = '', value = ''] of html.matchAll(/type="hidden" name="([^"]*)" value="([^"]*)"/g))
      fields.append(name, unescapeHtml(value));
    const reply = await fetch(`${fixture.url}/_local/issuer/authorize`, {
      method: 'POST',
      headers: { origin: fixture.url },
      body: fields,
      redirect: 'manual',
    });
    return new URL(reply.headers.get('location') ?? '');
  };
  const redeem = (back: URL, verifier: string): Promise<Response> => {
    const answer = oauth.validateAuthResponse(server, client, back, 'the-state');
    return oauth.authorizationCodeGrantRequest(server, client, oauth.None(), answer, redirectUri, verifier, insecure);
  };
  const signIn = async (person = 'owner') => {
    const verifier = oauth.generateRandomCodeVerifier();
    const back = await choose(await parametersFor(verifier), person);
    const reply = await redeem(back, verifier);
    const tokens = await oauth.processAuthorizationCodeResponse(server, client, reply, {
      expectedNonce: 'the-nonce',
      requireIdToken: true,
    });
    return { tokens, back, verifier };
  };
  const renew = async (refreshToken = '') => {
    const reply = await oauth.refreshTokenGrantRequest(server, client, oauth.None(), refreshToken, insecure);
    return oauth.processRefreshTokenResponse(server, client, reply);
  };
  const askApi = async (token: string) =>
    (await fetch(`${fixture.url}/seller/1`, { headers: { authorization: `Bearer ${token}` } })).status;
  const post = (path: string, form: Record<string, string>, headers: Record<string, string> = {}) =>
    fetch(`${fixture.url}/_local/issuer/${path}`, { method: 'POST', body: new URLSearchParams(form), headers });
  const revoke = async (token: string) => {
    const reply = await oauth.revocationRequest(server, client, oauth.None(), token, insecure);
    return oauth.processRevocationResponse(reply);
  };
  return { ...fixture, server, redirectUri, parametersFor, choose, signIn, redeem, renew, revoke, askApi, post };
}

function unescapeHtml(text: string): string {
  return text.replace(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code)));
}
