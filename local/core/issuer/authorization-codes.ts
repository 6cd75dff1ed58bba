import { createHash, randomBytes } from 'node:crypto';
import type { LocalClock } from '../state/clock.ts';
import type { Grant } from './grant.ts';

const lifetimeMilliseconds = 60_000;
const verifierForm = /^[A-Za-z0-9._~-]{43,128}$/;

interface Code {
  readonly grant: Grant;
  readonly redirectUri: string;
  readonly codeChallenge: string;
  readonly expiresAt: number;
  /** Whether somebody has brought it; and the session that it has begun then. */
  isUsed: boolean;
  session?: string;
}

export interface AuthorizationCodes {
  issue(code: Pick<Code, 'grant' | 'redirectUri' | 'codeChallenge'>): string;
  /**
   * Takes a code, for good: also when what comes with it is wrong.
   *
   * @param begin makes the session that the code stands for.
   * @returns `used_before` with the session that the first use began, which has to end (RFC 6749, section 4.1.2).
   */
  redeem<Session extends { readonly session: string }>(
    code: string,
    proof: { readonly redirectUri: string; readonly verifier: string },
    begin: (grant: Grant) => Session,
  ):
    | { readonly type: 'begun'; readonly session: Session; readonly grant: Grant }
    | { readonly type: 'used_before'; readonly session: string | undefined }
    | { readonly type: 'refused'; readonly because: string };
}

/** Codes that serve once, within a minute, only to who began the sign-in. */
export function createAuthorizationCodes(clock: LocalClock): AuthorizationCodes {
  const codes = new Map<string, Code>();
  return {
    issue(code) {
      for (const [name, { expiresAt }] of codes) if (expiresAt <= clock.now()) codes.delete(name);
      const name = randomBytes(32).toString('base64url');
      codes.set(name, { ...code, expiresAt: clock.now() + lifetimeMilliseconds, isUsed: false });
      return name;
    },
    redeem(name, { redirectUri, verifier }, begin) {
      const code = codes.get(name);
      if (code === undefined || code.expiresAt <= clock.now())
        return { type: 'refused', because: 'code: is unknown, or has expired' };
      if (code.isUsed) return { type: 'used_before', session: code.session };
      code.isUsed = true;
      if (code.redirectUri !== redirectUri)
        return { type: 'refused', because: 'redirect_uri: is not the one that the code was asked for with' };
      if (!verifierForm.test(verifier) || challengeOf(verifier) !== code.codeChallenge)
        return { type: 'refused', because: 'code_verifier: does not belong to the code_challenge' };
      const session = begin(code.grant);
      code.session = session.session;
      return { type: 'begun', session, grant: code.grant };
    },
  };
}

function challengeOf(verifier: string): string {
  return createHash('sha256').update(verifier).digest('base64url');
}
