import type { Actor } from '../kernel/actor.ts';
import type { EpochMilliseconds } from '../kernel/clock.ts';
import type { ShopId } from '../kernel/ids.ts';
import type { Access, Role } from './rules.ts';

/**
 * Scopes: what a caller may touch, as a type. The brand is not exported, so nothing outside this
 * file can make one, and every store demands one: a route that forgets to authorise does not compile.
 */
declare const authorised: unique symbol;

/** One shop that a verified token names, with its role. Its access has not been read yet: it opens nothing but the access item. */
export interface TokenScope {
  readonly [authorised]: 'token';
  readonly shopId: ShopId;
  readonly actor: Actor;
  readonly role: Role;
  /** When the token ends, and with it whatever was opened by it. */
  readonly until: EpochMilliseconds;
}

/** One shop whose access is active, for a seller; or for the platform's own work on it. */
export interface ShopScope {
  readonly [authorised]: 'shop';
  readonly shopId: ShopId;
  readonly actor: Actor;
}

/** One shop that has or had access, for a seller: opens the complaint about its end, and nothing else. */
export interface ComplainantScope {
  readonly [authorised]: 'complainant';
  readonly shopId: ShopId;
  readonly actor: Actor;
}

/** All shops, for ops. */
export interface OpsScope {
  readonly [authorised]: 'ops';
  readonly actor: Actor;
}

/** Whoever signs in, whom the issuer has recognised: opens the list of their own shops. */
export interface SignInScope {
  readonly [authorised]: 'sign-in';
  readonly subject: string;
}

/** The blocks of all shops, for customer support: to see whom they deny, and to end one. */
export interface SupportScope {
  readonly [authorised]: 'support';
  readonly actor: Actor;
}

/** From the least on. */
const roles = ['viewer', 'agent', 'owner'] as const satisfies readonly Role[];

/**
 * The shop's scope in a verified token, or `undefined` when the token does not name the shop, names nobody whom the store
 * could hold, or is no access token.
 *
 * @param claims of a token that the JWT authorizer has verified; `shops` is a space-separated list of `<shopId>:<role>`.
 */
export function scopeOfToken(claims: Readonly<Record<string, unknown>>, shopId: ShopId): TokenScope | undefined {
  const { sub, shops, exp, token_use: use } = claims;
  if (typeof sub !== 'string' || sub === '' || !sub.isWellFormed() || typeof shops !== 'string') return undefined;
  if (wasNoText(sub) || wasNoText(shops)) return undefined;
  // It tells an application who signed in, and is handed around for that; an issuer may put the scope into it all the same.
  if (use === 'id') return undefined;
  const role = leastRole(shops, shopId);
  if (shopId === '' || role === undefined) return undefined;
  // Seconds, which API Gateway hands on as a text. A token without an end opens nothing that lasts.
  const until = (Number(exp) || 0) * 1000;
  return { shopId, actor: { kind: 'seller', id: sub }, role, until } as TokenScope;
}

/**
 * A claim that was no text in the token. The JWT authorizer prints those as Go does: `<nil>`, `[a b]`, `map[a:1]`. A list of shops
 * would be read from its second entry to the one before its last, and everybody without a subject would be the same person.
 */
function wasNoText(claim: string): boolean {
  return claim === '<nil>' || /^(map)?\[.*\]$/s.test(claim);
}

/** Of several entries for a shop, whatever their order: nobody meant more than the least. Words that are no role say nothing. */
function leastRole(shops: string, shopId: ShopId): Role | undefined {
  const entries = new Set(shops.split(' '));
  return roles.find((role) => entries.has(`${shopId}:${role}`));
}

/** A seller's scope once their shop's access has been read; `undefined` unless it is active. */
export function activeScope(scope: TokenScope, access: Access | undefined): ShopScope | undefined {
  return access?.state === 'active' ? ({ shopId: scope.shopId, actor: scope.actor } as ShopScope) : undefined;
}

/** A seller's scope for a complaint; `undefined` for a shop that was never invited. */
export function complainantScope(
  { shopId, actor }: TokenScope,
  access: Access | undefined,
): ComplainantScope | undefined {
  return access && access.state !== 'not_invited' ? ({ shopId, actor } as ComplainantScope) : undefined;
}

/** For the platform's own work on a shop: consumers, whose events the bus policy has already limited to the marketplace. */
export function platformScope(shopId: ShopId, worker: string): ShopScope {
  return { shopId, actor: { kind: 'platform', id: worker } } as ShopScope;
}

/** For the user pool's trigger: the pool alone may invoke it, and has checked who this is. */
export function signInScope(subject: string): SignInScope {
  return { subject } as SignInScope;
}

/** For ops, whom the service API's IAM authorizer has let in. */
export function opsScope(caller: string): OpsScope {
  return { actor: { kind: 'ops', id: caller } } as OpsScope;
}

/** For customer support, whom the service API's IAM authorizer has let in; the activity names the agent where one acts. */
export function supportScope(agent: string): SupportScope {
  return { actor: { kind: 'support', id: agent } } as SupportScope;
}
