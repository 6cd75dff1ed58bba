/** What the console reads of an access token. The API alone decides by it; here it says which shops to offer. */

export type Role = 'owner' | 'agent' | 'viewer';

export interface ShopRole {
  readonly shopId: string;
  readonly role: Role;
}

export interface TokenClaims {
  readonly subject: string;
  readonly shops: readonly ShopRole[];
}

const isRole = (text: string | undefined): text is Role => text === 'owner' || text === 'agent' || text === 'viewer';

/** @param token a JWT. Its signature is the API's business. */
export function claimsOf(token: string): TokenClaims {
  const claims = payloadOf(token);
  const { sub, shops } = claims;
  return { subject: typeof sub === 'string' ? sub : '', shops: typeof shops === 'string' ? shopRolesOf(shops) : [] };
}

/** `<shopId>:<role>` each, separated by spaces; what is not of this form is no shop. */
export function shopRolesOf(claim: string): readonly ShopRole[] {
  return claim.split(' ').flatMap((entry) => {
    const [shopId, role] = entry.split(':');
    return shopId !== undefined && shopId !== '' && isRole(role) ? [{ shopId, role }] : [];
  });
}

/** What the issuer calls this person: their name, or else their address. */
export function nameIn(profile: Readonly<Record<string, unknown>>): string | undefined {
  return [profile['name'], profile['email']].find((one) => typeof one === 'string' && one !== '') as string | undefined;
}

function payloadOf(token: string): Readonly<Record<string, unknown>> {
  try {
    const base64 = (token.split('.')[1] ?? '').replaceAll('-', '+').replaceAll('_', '/');
    const bytes = Uint8Array.from(atob(base64), (one) => one.charCodeAt(0));
    return JSON.parse(new TextDecoder().decode(bytes)) as Record<string, unknown>;
  } catch {
    return {};
  }
}
