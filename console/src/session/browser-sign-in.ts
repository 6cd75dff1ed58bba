import { InMemoryWebStorage, UserManager, WebStorageStateStore } from 'oidc-client-ts';
import type { User } from 'oidc-client-ts';
import type { ConsoleConfig } from './config.ts';

const origin = (): string => window.location.origin;

/**
 * The issuer's part of a session: authorization code with PKCE. Tokens are in memory only: what reads this tab's storage
 * finds none, and a reload asks the issuer again. `sessionStorage` holds what a sign-in under way needs to come back:
 * its state and the verifier of its code, for the seconds that it takes.
 *
 * A new access token comes by the refresh token. There is no hidden frame: the page's policy allows none.
 */
export function createUserManager(config: ConsoleConfig): UserManager {
  return new UserManager({
    authority: config.issuer,
    client_id: config.clientId,
    scope: config.scope,
    redirect_uri: `${origin()}/signed-in`,
    post_logout_redirect_uri: `${origin()}/`,
    response_type: 'code',
    userStore: new WebStorageStateStore({ store: new InMemoryWebStorage() }),
    stateStore: new WebStorageStateStore({ store: window.sessionStorage }),
    automaticSilentRenew: false,
    monitorSession: false,
    loadUserInfo: false,
    accessTokenExpiringNotificationTimeInSeconds: 60,
  });
}

/** Ends the session with the issuer, too, where it says how; and the refresh token, which could begin another. */
export async function leaveIssuer(manager: UserManager): Promise<void> {
  // An issuer that cannot be reached, or that revokes nothing, keeps nobody here.
  await manager.revokeTokens(['refresh_token']).catch(() => {});
  const end = await manager.metadataService.getEndSessionEndpoint().catch(() => undefined);
  if (end === undefined) {
    await manager.removeUser();
    window.location.assign('/');
  } else await manager.signoutRedirect();
}

/** Where to go after signing in: a path of ours, whatever the state says. */
export function returnPathOf(user: User): string {
  const state = user.state as { readonly returnTo?: unknown } | undefined;
  const path = state?.returnTo;
  return typeof path === 'string' && /^\/(?![/\\])/.test(path) ? path : '/';
}
