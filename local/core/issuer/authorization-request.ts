import { knownScopes } from './discovery.ts';
import { isSignInRedirect } from './redirects.ts';

/** What a client asks for when it sends somebody to sign in. */
export interface AuthorizationRequest {
  readonly redirectUri: string;
  readonly scope: string;
  readonly codeChallenge: string;
  readonly state?: string | undefined;
  readonly nonce?: string | undefined;
  /** Whether somebody who is signed in already may be sent on: always `ask`, `never_ask`, or as it comes. */
  readonly prompt?: 'ask' | 'never_ask' | undefined;
}

export type ReadAuthorizationRequest =
  | { readonly type: 'good'; readonly request: AuthorizationRequest }
  /** Nobody is sent to an address that is not the client's: people see what is wrong, on a page. */
  | { readonly type: 'not_the_client'; readonly problem: string }
  /** For the client, in OAuth's words. */
  | {
      readonly type: 'refused';
      readonly redirectUri: string;
      readonly state: string | undefined;
      readonly error: string;
      readonly description: string;
    };

const challenge = /^[A-Za-z0-9_-]{43}$/;

/**
 * Reads the parameters of an authorization request: a code with PKCE, by S256, and nothing else.
 * Sources: RFC 6749, section 4.1.2.1; RFC 7636, section 4.4.1; OpenID Connect Core, section 3.1.2.6.
 */
export function readAuthorizationRequest(parameters: URLSearchParams, clientId: string): ReadAuthorizationRequest {
  const get = (name: string): string | undefined => parameters.get(name) ?? undefined;
  const twice = [...parameters.keys()].find((name) => parameters.getAll(name).length > 1);
  const redirectUri = get('redirect_uri') ?? '';
  if (get('client_id') !== clientId || parameters.getAll('client_id').length > 1)
    return { type: 'not_the_client', problem: `client_id: must be ${clientId}` };
  if (!isSignInRedirect(redirectUri) || parameters.getAll('redirect_uri').length > 1)
    return { type: 'not_the_client', problem: 'redirect_uri: must be /signed-in of a page on this machine' };

  const state = get('state');
  const refused = (error: string, description: string): ReadAuthorizationRequest => ({
    type: 'refused',
    redirectUri,
    state,
    error,
    description,
  });
  if (twice !== undefined) return refused('invalid_request', `${twice}: stands there more than once`);
  if (get('response_type') !== 'code') return refused('unsupported_response_type', 'response_type: must be code');
  if ((get('response_mode') ?? 'query') !== 'query') return refused('invalid_request', 'response_mode: must be query');
  if (get('request') !== undefined) return refused('request_not_supported', 'request: is not supported');
  if (get('request_uri') !== undefined) return refused('request_uri_not_supported', 'request_uri: is not supported');
  if (get('code_challenge_method') !== 'S256') return refused('invalid_request', 'code_challenge_method: must be S256');
  const codeChallenge = get('code_challenge') ?? '';
  if (!challenge.test(codeChallenge)) return refused('invalid_request', 'code_challenge: must be 43 characters');
  const scopes = (get('scope') ?? '').split(' ').filter(Boolean);
  const unknown = scopes.filter((name) => !knownScopes.includes(name));
  if (unknown.length > 0 || !scopes.includes('openid'))
    return refused('invalid_scope', `scope: must be openid, and may be any of ${knownScopes.join(' ')}`);
  const prompts = (get('prompt') ?? '').split(' ').filter(Boolean);
  if (prompts.includes('none') && prompts.length > 1) return refused('invalid_request', 'prompt: none stands alone');
  // A client that says how old a sign-in may be, gets a new one.
  const mustAsk = prompts.length > 0 || get('max_age') !== undefined;
  const prompt = prompts.includes('none') ? 'never_ask' : mustAsk ? 'ask' : undefined;
  const scope = [...new Set(scopes)].join(' ');
  return { type: 'good', request: { redirectUri, scope, codeChallenge, state, nonce: get('nonce'), prompt } };
}
