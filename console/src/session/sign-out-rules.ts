/** Of `OidcClient.createSignoutRequest`. */
interface SignOutRequest {
  readonly client_id: string;
  readonly post_logout_redirect_uri: string;
  readonly id_token_hint?: string;
  readonly extraQueryParams: Readonly<Record<string, string>>;
}

/**
 * What ends a session at the issuer. OpenID Connect calls the way back `post_logout_redirect_uri`; Cognito wants it as
 * `logout_uri`, beside the client's ID, and shows an error page without. Issuers leave aside what they do not know.
 *
 * @param back address to come back to, registered with the issuer.
 */
export function signOutRequest(clientId: string, back: string, idToken: string | undefined): SignOutRequest {
  return {
    client_id: clientId,
    post_logout_redirect_uri: back,
    ...(idToken !== undefined && { id_token_hint: idToken }),
    extraQueryParams: { logout_uri: back },
  };
}
