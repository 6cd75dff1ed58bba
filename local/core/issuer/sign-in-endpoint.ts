import type { HttpRequest, HttpResponse } from '../http-front-end/http-request.ts';
import type { LocalClock } from '../state/clock.ts';
import type { AuthorizationCodes } from './authorization-codes.ts';
import { readAuthorizationRequest } from './authorization-request.ts';
import type { AuthorizationRequest } from './authorization-request.ts';
import type { Issuer } from './issuer.ts';
import { escapeHtml, issuerPage } from './issuer-page.ts';
import type { Person } from './person.ts';
import { withParameters } from './redirects.ts';
import { signInPage } from './sign-in-page.ts';

export interface SignInParts {
  readonly issuer: Issuer;
  readonly people: readonly Person[];
  readonly codes: AuthorizationCodes;
  readonly clock: LocalClock;
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

/** `GET /authorize`: the page on which somebody signs in. */
export function showSignIn(request: HttpRequest, parts: SignInParts): HttpResponse {
  const parameters = new URLSearchParams(request.queryString);
  return withRequest(parameters, parts, ({ redirectUri }) =>
    signInPage(parts.people, parameters, new URL(redirectUri).origin),
  );
}

/** `POST /authorize`: somebody has chosen; the client gets its code. */
export function signIn(request: HttpRequest, parts: SignInParts): HttpResponse {
  const parameters = new URLSearchParams(request.body.toString('utf8'));
  return withRequest(parameters, parts, (asked) => {
    const person = parts.people.find(({ id }) => id === parameters.get('person'));
    if (person === undefined) return signInPage(parts.people, parameters, new URL(asked.redirectUri).origin);
    const grant = { person, scope: asked.scope, nonce: asked.nonce, signedInAt: parts.clock.now() };
    const code = parts.codes.issue({ grant, redirectUri: asked.redirectUri, codeChallenge: asked.codeChallenge });
    return redirect(withParameters(asked.redirectUri, { code, state: asked.state, iss: parts.issuer.url }));
  });
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
    case 'refused': {
      const { redirectUri, error, description, state } = read;
      return redirect(withParameters(redirectUri, { error, error_description: description, state, iss: issuer.url }));
    }
  }
}
