import { jsonResponse } from '../http-front-end/http-request.ts';
import type { HttpRequest, HttpResponse } from '../http-front-end/http-request.ts';
import type { LocalRoutes } from '../local-routes/local-routes.ts';
import type { LocalClock } from '../state/clock.ts';
import { createAuthorizationCodes } from './authorization-codes.ts';
import type { Issuer } from './issuer.ts';
import { issuerPage } from './issuer-page.ts';
import type { Person } from './person.ts';
import { isSignOutRedirect, withParameters } from './redirects.ts';
import { createRememberedSignIns } from './remembered-sign-ins.ts';
import type { RememberedSignIns } from './remembered-sign-ins.ts';
import { createRefreshTokens } from './refresh-tokens.ts';
import type { RefreshTokens } from './refresh-tokens.ts';
import { redirect, showSignIn, signIn } from './sign-in-endpoint.ts';
import { answerRevocation, answerTokenRequest } from './token-endpoint.ts';

const at = '/_local/issuer';

/** Everything that an OIDC client asks the issuer. Who has signed in is known until the end of the process. */
export function issuerRoutes(options: {
  readonly issuer: Issuer;
  readonly people: readonly Person[];
  readonly clock: LocalClock;
}): LocalRoutes {
  const { issuer, clock } = options;
  const codes = createAuthorizationCodes(clock);
  const refreshTokens = createRefreshTokens(clock);
  const signIns = createRememberedSignIns(clock, new URL(issuer.url).port);
  const parts = { ...options, codes, refreshTokens, signIns };
  const preflight = (request: HttpRequest) => forPages(request, { status: 204, headers: [], body: '' });
  return {
    [`GET ${at}/.well-known/openid-configuration`]: (request) => forPages(request, jsonResponse(200, issuer.discovery)),
    [`GET ${at}/jwks.json`]: (request) => forPages(request, jsonResponse(200, issuer.keys)),
    [`GET ${at}/authorize`]: (request) => showSignIn(request, parts),
    [`POST ${at}/authorize`]: (request) => signIn(request, parts),
    [`POST ${at}/token`]: async (request) => forPages(request, await answerTokenRequest(request, parts)),
    [`OPTIONS ${at}/token`]: preflight,
    [`POST ${at}/revoke`]: (request) => forPages(request, answerRevocation(request, parts)),
    [`OPTIONS ${at}/revoke`]: preflight,
    [`GET ${at}/end-session`]: (request) => signOut(request, new URLSearchParams(request.queryString), parts),
    [`POST ${at}/end-session`]: (request) =>
      signOut(request, new URLSearchParams(request.body.toString('utf8')), parts),
  };
}

interface SignOutParts {
  readonly issuer: Issuer;
  readonly refreshTokens: RefreshTokens;
  readonly signIns: RememberedSignIns;
}

/** Lets a page of another port read the answer, e.g. of a development server: other origins have been refused before. */
function forPages({ headers }: HttpRequest, response: HttpResponse): HttpResponse {
  const { origin } = headers;
  if (origin === undefined) return response;
  const allowed: [string, string][] = [
    ['access-control-allow-origin', origin],
    ['access-control-allow-headers', 'content-type'],
    ['access-control-allow-methods', 'GET, POST'],
    ['vary', 'origin'],
  ];
  return { ...response, headers: [...response.headers, ...allowed] };
}

/** Ends the session that the hint is about, if there is one (OpenID Connect RP-Initiated Logout), and forgets the browser. */
async function signOut(
  request: HttpRequest,
  parameters: URLSearchParams,
  { issuer, refreshTokens, signIns }: SignOutParts,
): Promise<HttpResponse> {
  refreshTokens.end(await issuer.sessionOf(parameters.get('id_token_hint') ?? ''));
  const target = parameters.get('post_logout_redirect_uri');
  const response =
    target !== null && isSignOutRedirect(target)
      ? redirect(withParameters(target, { state: parameters.get('state') ?? undefined }))
      : issuerPage({ status: 200, title: 'You are signed out', content: '<p>You can close this page.</p>' });
  return { ...response, headers: [...response.headers, ['set-cookie', signIns.forget(request)]] };
}
