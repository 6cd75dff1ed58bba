import { jsonResponse } from '../http-front-end/http-request.ts';
import type { HttpRequest, HttpResponse } from '../http-front-end/http-request.ts';
import type { AuthorizationCodes } from './authorization-codes.ts';
import type { Grant } from './grant.ts';
import type { Issuer } from './issuer.ts';
import type { IssuedRefreshToken, RefreshTokens } from './refresh-tokens.ts';

/** As long as the user pool's tokens. */
const tokenSeconds = 900;
const noStore = { 'cache-control': 'no-store' };

export interface TokenEndpointParts {
  readonly issuer: Issuer;
  readonly codes: AuthorizationCodes;
  readonly refreshTokens: RefreshTokens;
}

/** What a request is refused for, in OAuth's words (RFC 6749, section 5.2). */
function refusal(error: string, description: string, status = 400): HttpResponse {
  return jsonResponse(status, { error, error_description: description }, noStore);
}

/** The form of a request of the one public client; else what it is answered. */
function readForm(request: HttpRequest, clientId: string): URLSearchParams | HttpResponse {
  if (!/^application\/x-www-form-urlencoded\b/i.test(request.headers['content-type'] ?? ''))
    return refusal('invalid_request', 'the body must be application/x-www-form-urlencoded');
  const form = new URLSearchParams(request.body.toString('utf8'));
  const twice = [...form.keys()].find((name) => form.getAll(name).length > 1);
  if (twice !== undefined) return refusal('invalid_request', `${twice}: stands there more than once`);
  const hasSecret = request.headers['authorization'] !== undefined || form.has('client_secret');
  if (hasSecret || form.get('client_id') !== clientId)
    return refusal('invalid_client', `client_id: must be ${clientId}, which has no secret`, 401);
  return form;
}

/** `POST /token`: tokens for a code, or for a refresh token. */
export async function answerTokenRequest(request: HttpRequest, parts: TokenEndpointParts): Promise<HttpResponse> {
  const form = readForm(request, parts.issuer.clientId);
  if (!(form instanceof URLSearchParams)) return form;
  const type = form.get('grant_type');
  if (type === 'authorization_code') return redeem(form, parts);
  if (type === 'refresh_token') return renew(form, parts);
  return refusal('unsupported_grant_type', 'grant_type: must be authorization_code or refresh_token');
}

/** `POST /revoke` (RFC 7009): a token that is unknown is as good as revoked. */
export function answerRevocation(request: HttpRequest, { issuer, refreshTokens }: TokenEndpointParts): HttpResponse {
  const form = readForm(request, issuer.clientId);
  if (!(form instanceof URLSearchParams)) return form;
  refreshTokens.revoke(form.get('token') ?? '');
  return { status: 200, headers: [], body: '' };
}

async function redeem(form: URLSearchParams, parts: TokenEndpointParts): Promise<HttpResponse> {
  const missing = ['code', 'redirect_uri', 'code_verifier'].find((name) => !form.get(name));
  if (missing !== undefined) return refusal('invalid_request', `${missing}: is missing`);
  const proof = { redirectUri: form.get('redirect_uri') ?? '', verifier: form.get('code_verifier') ?? '' };
  const redeemed = parts.codes.redeem(form.get('code') ?? '', proof, (grant) => parts.refreshTokens.begin(grant));
  if (redeemed.type === 'begun') return tokens(redeemed.grant, redeemed.session, redeemed.grant.nonce, parts.issuer);
  if (redeemed.type === 'refused') return refusal('invalid_grant', redeemed.because);
  parts.refreshTokens.end(redeemed.session);
  return refusal('invalid_grant', 'code: was used before, and what it began has ended');
}

async function renew(form: URLSearchParams, { issuer, refreshTokens }: TokenEndpointParts): Promise<HttpResponse> {
  const renewed = refreshTokens.rotate(form.get('refresh_token') ?? '');
  if (renewed === undefined)
    return refusal('invalid_grant', 'refresh_token: is unknown, has expired, or was used before');
  return tokens(renewed.grant, renewed, undefined, issuer);
}

async function tokens(
  { person, scope, signedInAt }: Grant,
  { session, refreshToken }: IssuedRefreshToken,
  nonce: string | undefined,
  issuer: Issuer,
): Promise<HttpResponse> {
  const { subject, shops, name, email } = person;
  const lifetime = { subject, expiresInSeconds: tokenSeconds };
  return jsonResponse(
    200,
    {
      access_token: await issuer.sign({ ...lifetime, shops, scope }),
      token_type: 'Bearer',
      expires_in: tokenSeconds,
      scope,
      id_token: await issuer.signId({ ...lifetime, name, email, session, signedInAt, nonce }),
      refresh_token: refreshToken,
    },
    noStore,
  );
}
