import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { calculateJwkThumbprint, exportJWK, exportPKCS8, generateKeyPair, importPKCS8, SignJWT } from 'jose';
import type { JWK } from 'jose';
import type { LocalClock } from '../state/clock.ts';

export interface TokenRequest {
  readonly subject: string;
  /** `<shopId>:<role>` each. */
  readonly shops: readonly string[];
  readonly scope: string;
  readonly expiresInSeconds: number;
}

/** A small OIDC issuer for one machine: it signs what it is asked to, for whoever reaches the loopback address. */
export interface Issuer {
  readonly url: string;
  /** OpenID Connect discovery, as far as a verifier of tokens reads it. */
  readonly discovery: object;
  readonly keys: { readonly keys: readonly JWK[] };
  sign(request: TokenRequest): Promise<string>;
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

  return {
    url,
    discovery: {
      issuer: url,
      jwks_uri: `${url}/jwks.json`,
      response_types_supported: ['token'],
      subject_types_supported: ['public'],
      id_token_signing_alg_values_supported: [algorithm],
    },
    keys: { keys: [{ ...publicKey, kid, use: 'sig', alg: algorithm }] },
    sign({ subject, shops, scope, expiresInSeconds }) {
      const issuedAt = Math.floor(clock.now() / 1000);
      return new SignJWT({ scope, shops: shops.join(' '), client_id: audience, token_use: 'access' })
        .setProtectedHeader({ alg: algorithm, kid, typ: 'at+jwt' })
        .setIssuer(url)
        .setSubject(subject)
        .setAudience(audience)
        .setIssuedAt(issuedAt)
        .setExpirationTime(issuedAt + expiresInSeconds)
        .sign(privateKey);
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
