import { createRemoteJWKSet, errors } from 'jose';
import type { JWTVerifyGetKey } from 'jose';
import { isJsonObject } from '../../core/assembly/json.ts';

/** API Gateway keeps an issuer's keys for up to two hours. */
const keptMilliseconds = 2 * 3_600_000;
/** Its time limit for the issuer's endpoints. */
const timeoutMilliseconds = 1_500;

/** The issuer does not answer, or answers something else than OpenID Connect discovery. */
export class IssuerUnavailable extends Error {
  override readonly name = 'IssuerUnavailable';
}

/** Finds the keys of an issuer through its discovery document. */
export type IssuerKeys = (issuer: string) => Promise<JWTVerifyGetKey>;

/** Keys of issuers, kept; a token with an unknown `kid` has them fetched again, at most every 30 seconds. */
export function createIssuerKeys(): IssuerKeys {
  const known = new Map<string, JWTVerifyGetKey>();
  return async (issuer) => {
    const kept = known.get(issuer);
    if (kept) return kept;
    const keys = keysAt(await discover(issuer));
    known.set(issuer, keys);
    return keys;
  };
}

function keysAt(address: URL): JWTVerifyGetKey {
  const remote = createRemoteJWKSet(address, { cacheMaxAge: keptMilliseconds, timeoutDuration: timeoutMilliseconds });
  return async (header, token) => {
    try {
      return await remote(header, token);
    } catch (error) {
      if (isAboutToken(error)) throw error;
      throw new IssuerUnavailable(`${address.href} cannot be read: ${String(error)}`, { cause: error });
    }
  };
}

/** Rather than about the list of keys, or the way to it. */
function isAboutToken(error: unknown): boolean {
  if (!(error instanceof errors.JOSEError) || error instanceof errors.JWKSInvalid) return false;
  return error.code !== errors.JOSEError.code;
}

async function discover(issuer: string): Promise<URL> {
  const address = `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`;
  const document = await fetchJson(address);
  const { issuer: named, jwks_uri: keys } = isJsonObject(document) ? document : {};
  if (named !== issuer) throw new IssuerUnavailable(`${address} names the issuer ${JSON.stringify(named)}.`);
  if (typeof keys !== 'string' || !URL.canParse(keys)) throw new IssuerUnavailable(`${address} has no jwks_uri.`);
  return new URL(keys);
}

async function fetchJson(address: string): Promise<unknown> {
  try {
    const response = await fetch(address, { signal: AbortSignal.timeout(timeoutMilliseconds) });
    if (!response.ok) throw new Error(`status ${response.status}`);
    return await response.json();
  } catch (error) {
    throw new IssuerUnavailable(`${address} cannot be read: ${String(error)}`, { cause: error });
  }
}
