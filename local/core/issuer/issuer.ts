import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { calculateJwkThumbprint, exportJWK, exportPKCS8, generateKeyPair, importPKCS8, jwtVerify, SignJWT } from 'jose';
import type { JWK, JWTPayload } from 'jose';
import type { LocalClock } from '../state/clock.ts';
import { discoveryOf } from './discovery.ts';

export interface TokenRequest {
  readonly subject: string;
  /** `<shopId>:<role>` each. */
  readonly shops: readonly string[];
  readonly scope: string;
  readonly expiresInSeconds: number;
}

/** Who signed in, for the client alone: no API takes an ID token, which has no scope. */
export interface IdTokenRequest {
  readonly subject: string;
  readonly name: string;
  readonly email: string;
  /** The sign-in, by which it can be ended. */
  readonly session: string;
  /** Epoch milliseconds. */
  readonly signedInAt: number;
  readonly nonce?: string | undefined;
  readonly expiresInSeconds: number;
}

/** A small OIDC issuer for one machine: it signs what it is asked to, for whoever reaches the loopback address. */
export interface Issuer {
  readonly url: string;
  /** Its one client, which is also the audience of its tokens. */
  readonly clientId: string;
  /** OpenID Connect discovery. */
  readonly discovery: object;
  readonly keys: { readonly keys: readonly JWK[] };
  sign(request: TokenRequest): Promise<string>;
  signId(request: IdTokenRequest): Promise<string>;
  /** The sign-in that an ID token of ours is about, whether it has expired or not; `undefined` for any other text. */
  sessionOf(idToken: string): Promise<string | undefined>;
}

const algorithm = 'RS256';

/**
 * Starts an issuer with a key of its own.
 *
 * @param options.keyFile keeps the key from start to start, so that tokens stay good as long as they say; without it
 *   the key lives as long as this process.
 */
export async function createIssuer(options: {
  readonly url: string;
  readonly audience: string;
  readonly clock: LocalClock;
  readonly keyFile?: string;
}): Promise<Issuer> {
  const { url, audience, clock, keyFile } = options;
  const privateKey = await importPKCS8((keyFile && readKey(keyFile)) || (await newKey(keyFile)), algorithm, {
    extractable: true,
  });
  const { kty, n, e } = await exportJWK(privateKey);
  const publicKey = { kty, n, e } as JWK;
  const kid = await calculateJwkThumbprint(publicKey);
  const signed = (claims: JWTPayload, type: string, expiresInSeconds: number): Promise<string> => {
    const issuedAt = Math.floor(clock.now() / 1000);
    return new SignJWT(claims)
      .setProtectedHeader({ alg: algorithm, kid, typ: type })
      .setIssuer(url)
      .setAudience(audience)
      .setIssuedAt(issuedAt)
      .setExpirationTime(issuedAt + expiresInSeconds)
      .sign(privateKey);
  };

  return {
    url,
    clientId: audience,
    discovery: discoveryOf(url, algorithm),
    keys: { keys: [{ ...publicKey, kid, use: 'sig', alg: algorithm }] },
    sign({ subject, shops, scope, expiresInSeconds }) {
      const claims = { scope, shops: shops.join(' '), client_id: audience, token_use: 'access', sub: subject };
      return signed(claims, 'at+jwt', expiresInSeconds);
    },
    signId({ subject, name, email, session, signedInAt, nonce, expiresInSeconds }) {
      const about = { name, email, sid: session, auth_time: Math.floor(signedInAt / 1000), token_use: 'id' };
      return signed({ sub: subject, ...about, ...(nonce !== undefined && { nonce }) }, 'JWT', expiresInSeconds);
    },
    async sessionOf(idToken) {
      try {
        const { payload } = await jwtVerify(idToken, publicKey, {
          algorithms: [algorithm],
          issuer: url,
          audience,
          // People sign out with the token that they signed in with, which has expired long ago.
          currentDate: new Date(0),
        });
        return payload['token_use'] === 'id' && typeof payload['sid'] === 'string' ? payload['sid'] : undefined;
      } catch {
        return undefined;
      }
    },
  };
}

function readKey(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw new Error(`The issuer's key ${file} cannot be read.`, { cause: error });
  }
}

async function newKey(file: string | undefined): Promise<string> {
  const { privateKey } = await generateKeyPair(algorithm, { modulusLength: 2048, extractable: true });
  const pem = await exportPKCS8(privateKey);
  if (file) {
    // Renamed into place, so that a start that is killed leaves no half of a key behind.
    writeFileSync(`${file}.new`, pem, { mode: 0o600 });
    renameSync(`${file}.new`, file);
  }
  return pem;
}
