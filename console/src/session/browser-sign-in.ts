import { OidcClient, WebStorageStateStore } from 'oidc-client-ts';
import type { SigninResponse } from 'oidc-client-ts';
import type { ConsoleConfig } from './config.ts';
import { returnPathOf } from './return-path-rules.ts';
import { signOutRequest } from './sign-out-rules.ts';

/** What the issuer has given. It is in memory only. */
export interface Tokens {
  readonly access: string;
  /** Milliseconds since 1970. */
  readonly expiresAt: number;
  readonly profile: SigninResponse['profile'];
  /** What renews them, where the issuer gave any. */
  readonly refresh: string | undefined;
  readonly id: string | undefined;
}

/** An issuer need not say how long a token lasts: the API says it then. */
const unsaid = 5 * 60_000;

const origin = (): string => window.location.origin;

/**
 * The issuer's part of a session: authorization code with PKCE. Tokens are in memory only: what reads this tab's storage
 * finds none, and a reload asks the issuer again. `sessionStorage` holds what a sign-in under way needs to come back:
 * its state and the verifier of its code, for the seconds that it takes.
 *
 * A new access token comes by the refresh token. There is no hidden frame: the page's policy allows none.
 */
export class SignIn {
  private readonly client: OidcClient;
  private readonly scope: string;
  private readonly clientId: string;

  constructor(config: ConsoleConfig) {
    this.scope = config.scope;
    this.clientId = config.clientId;
    this.client = new OidcClient({
      authority: config.issuer,
      client_id: config.clientId,
      scope: config.scope,
      redirect_uri: `${origin()}/signed-in`,
      post_logout_redirect_uri: `${origin()}/`,
      response_type: 'code',
      stateStore: new WebStorageStateStore({ store: window.sessionStorage }),
      loadUserInfo: false,
    });
  }

  /** Leaves for the issuer's page. @param mustAsk also somebody whom it knows. */
  async begin(returnTo: string, mustAsk: boolean): Promise<void> {
    const { url } = await this.client.createSigninRequest({
      state: { returnTo },
      ...(mustAsk && { prompt: 'login' }),
    });
    window.location.assign(url);
  }

  /** Takes what the issuer has sent back in the address of this page. */
  async finish(): Promise<{ readonly tokens: Tokens; readonly returnTo: string }> {
    const response = await this.client.processSigninResponse(window.location.href);
    return { tokens: tokensOf(response), returnTo: returnPathOf(response.userState) };
  }

  /** @throws Error with the name `ErrorResponse` where the issuer refuses. */
  async renew({ refresh, id, profile }: Tokens): Promise<Tokens> {
    const state = { refresh_token: refresh ?? '', id_token: id, session_state: null, scope: this.scope, profile };
    const response = await this.client.useRefreshToken({ state });
    const tokens = tokensOf(response);
    // An issuer that does not rotate them sends none.
    return { ...tokens, refresh: tokens.refresh ?? refresh };
  }

  /** Ends the session with the issuer, too, where it says how; and the refresh token, which could begin another. */
  async leave(tokens: Tokens | undefined): Promise<void> {
    // An issuer that cannot be reached, or that revokes nothing, keeps nobody here.
    if (tokens?.refresh !== undefined)
      await this.client.revokeToken(tokens.refresh, 'refresh_token').catch(() => undefined);
    const end = await this.client
      .createSignoutRequest(signOutRequest(this.clientId, `${origin()}/`, tokens?.id))
      .catch(() => undefined);
    window.location.assign(end?.url ?? '/');
  }
}

function tokensOf(response: SigninResponse): Tokens {
  const { access_token: access, expires_at: expiresAt, profile, refresh_token: refresh, id_token: id } = response;
  return { access, expiresAt: expiresAt === undefined ? Date.now() + unsaid : expiresAt * 1000, profile, refresh, id };
}
