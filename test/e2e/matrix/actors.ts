import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { calculateJwkThumbprint, exportJWK, generateKeyPair, importPKCS8, SignJWT } from 'jose';
import type { JWTPayload } from 'jose';
import { callerNames } from '../../../local/services/iam/credentials.ts';
import type { LocalRuntime } from '../start-local.ts';
import { shops } from './objects.ts';

const roles = ['viewer', 'agent', 'owner'] as const;
/** Refused by the authorizer: nobody can tell whose token it is. */
export const unknown = [
  'no_token',
  'malformed',
  'expired',
  'not_yet_valid',
  'wrong_issuer',
  'forged',
  'wrong_audience',
] as const;
/** A good token, but not one for this API. */
export const unscoped = ['wrong_scope', 'id_token'] as const;

export const actors = [...unknown, ...unscoped, 'other_shop', ...roles, ...callerNames] as const;
export type Actor = (typeof actors)[number];
export type Caller = (typeof callerNames)[number];

export interface HttpRequest {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: unknown;
}
export type Send = (actor: Actor, request: HttpRequest) => Promise<Response>;

const algorithm = 'RS256';
const hour = 3_600;

/**
 * All who may call the product. The issuer's own key signs all tokens but those of others, so that each is wrong in one
 * thing alone.
 *
 * @param dataFolder of the runtime, which keeps the key of its issuer there.
 */
export async function createActors(runtime: LocalRuntime, dataFolder: string): Promise<Send> {
  const issuer = `${runtime.httpUrl}/_local/issuer`;
  const ownKey = await importPKCS8(readFileSync(join(dataFolder, 'issuer-key.pem'), 'utf8'), algorithm);
  const { keys } = (await (await fetch(`${issuer}/jwks.json`)).json()) as { keys: { kid: string }[] };
  const kid = keys[0]?.kid ?? '';
  const stranger = await generateKeyPair(algorithm, { modulusLength: 2048, extractable: true });
  const strangersKid = await calculateJwkThumbprint(await exportJWK(stranger.publicKey));
  const now = Math.floor(Date.now() / 1000);

  const sign = (claims: JWTPayload = {}, by = { key: ownKey, kid }): Promise<string> =>
    new SignJWT({
      ...{ iss: issuer, aud: 'ssc', client_id: 'ssc', sub: 'seller-1', token_use: 'access', scope: 'ssc/seller' },
      ...{ shops: `${shops.own}:owner`, iat: now - hour, exp: now + hour },
      ...claims,
    })
      .setProtectedHeader({ alg: algorithm, kid: by.kid })
      .sign(by.key);
  const inShop = (role: string, shopId: string = shops.own) =>
    sign({ sub: `seller-${role}`, shops: `${shopId}:${role}` });

  const tokens: Readonly<Record<Exclude<Actor, Caller>, string | undefined>> = {
    no_token: undefined,
    malformed: `${await sign()}x.y`,
    expired: await sign({ exp: now - 60 }),
    not_yet_valid: await sign({ nbf: now + hour / 2 }),
    wrong_issuer: await sign({ iss: 'https://issuer.example' }, { key: stranger.privateKey, kid: strangersKid }),
    forged: await sign({}, { key: stranger.privateKey, kid }),
    wrong_audience: await sign({ aud: 'another-app' }),
    wrong_scope: await sign({ scope: 'openid ssc/reports' }),
    id_token: await sign({ scope: undefined, token_use: 'id', email: 'seller@example.com' }),
    other_shop: await inShop('owner', shops.other),
    viewer: await inShop('viewer'),
    agent: await inShop('agent'),
    owner: await inShop('owner'),
  };

  return (actor, request) => {
    const { method, path, headers, body } = request;
    if (isCaller(actor)) return runtime.signedFetch(actor, path, { method, headers, body });
    return sendWith(runtime, tokens[actor], request);
  };
}

/** A request with a seller's token, or without any. */
export function sendWith(runtime: LocalRuntime, token: string | undefined, request: HttpRequest): Promise<Response> {
  const { method, path, headers, body } = request;
  return fetch(`${runtime.httpUrl}${path}`, {
    method,
    headers: {
      ...headers,
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
}

export function isCaller(actor: Actor): actor is Caller {
  return (callerNames as readonly string[]).includes(actor);
}
