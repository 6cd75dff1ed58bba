import type { HttpRequest, HttpResponse } from '../http-front-end/http-request.ts';
import type { LocalClock } from '../state/clock.ts';
import type { AuthorizationCodes } from './authorization-codes.ts';
import { readAuthorizationRequest } from './authorization-request.ts';
import type { AuthorizationRequest } from './authorization-request.ts';
import type { Issuer } from './issuer.ts';
import { escapeHtml, issuerPage } from './issuer-page.ts';
import type { Person } from './person.ts';
import type { RememberedSignIn, RememberedSignIns } from './remembered-sign-ins.ts';
import { withParameters } from './redirects.ts';
import { signInPage } from './sign-in-page.ts';

export interface SignInParts {
  readonly issuer: Issuer;
  readonly people: readonly Person[];
  readonly codes: AuthorizationCodes;
  readonly clock: LocalClock;
  readonly signIns: RememberedSignIns;
}

/** A page that is left by GET; no page on the way is kept, nor told where somebody came from. */
export function redirect(to: string): HttpResponse {
  return {
    status: 303,
    headers: [
      ['location', to],
      ['cache-control', 'no-store'],
      ['referrer-policy', 'no-referrer'],
    ],
    body: '',
  };
}

/** `GET /authorize`: the page on which somebody signs in, which a browser that is known already passes by. */
export function showSignIn(request: HttpRequest, parts: SignInParts): HttpResponse {
  const parameters = new URLSearchParams(request.queryString);
  return withRequest(parameters, parts, (asked) => {
    const known = asked.prompt === 'ask' ? undefined : parts.signIns.find(request);
    if (known !== undefined) return sendOn(asked, known, parts);
    if (asked.prompt === 'never_ask')
      return refuse(asked, 'login_required', 'prompt: nobody is signed in', parts.issuer);
    return signInPage(parts.people, parameters, new URL(asked.redirectUri).origin);
  });
}

/** `POST /authorize`: somebody has chosen; the client gets its code. */
export function signIn(request: HttpRequest, parts: SignInParts): HttpResponse {
  const parameters = new URLSearchParams(request.body.toString('utf8'));
  return withRequest(parameters, parts, (asked) => {
    const person = parts.people.find(({ id }) => id === parameters.get('person'));
    if (person === undefined) return signInPage(parts.people, parameters, new URL(asked.redirectUri).origin);
    const chosen = { person, signedInAt: parts.clock.now() };
    const response = sendOn(asked, chosen, parts);
    return { ...response, headers: [...response.headers, ['set-cookie', parts.signIns.remember(chosen)]] };
  });
}

/** Back to the client, with a code. */
function sendOn(asked: AuthorizationRequest, signIn: RememberedSignIn, { codes, issuer }: SignInParts): HttpResponse {
  const { redirectUri, codeChallenge, scope, nonce, state } = asked;
  const code = codes.issue({ grant: { ...signIn, scope, nonce }, redirectUri, codeChallenge });
  return redirect(withParameters(redirectUri, { code, state, iss: issuer.url }));
}

/** Back to the client, in OAuth's words. */
function refuse(
  { redirectUri, state }: Pick<AuthorizationRequest, 'redirectUri' | 'state'>,
  error: string,
  description: string,
  issuer: Issuer,
): HttpResponse {
  return redirect(withParameters(redirectUri, { error, error_description: description, state, iss: issuer.url }));
}

function withRequest(
  parameters: URLSearchParams,
  { issuer }: SignInParts,
  answer: (request: AuthorizationRequest) => HttpResponse,
): HttpResponse {
  const read = readAuthorizationRequest(parameters, issuer.clientId);
  switch (read.type) {
    case 'good':
      return answer(read.request);
    case 'not_the_client':
      return issuerPage({
        status: 400,
        title: 'This sign-in was not begun by the console',
        content: `<p>Nobody was signed in.</p>\n<p><code>${escapeHtml(read.problem)}</code></p>`,
      });
    case 'refused':
      return refuse({ redirectUri: read.redirectUri, state: read.state }, read.error, read.description, issuer);
  }
}
