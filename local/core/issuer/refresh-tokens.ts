import { randomBytes } from 'node:crypto';
import type { LocalClock } from '../state/clock.ts';
import type { Grant } from './grant.ts';

/** As long as the user pool's refresh tokens. */
const lifetimeMilliseconds = 12 * 3_600_000;

/** One sign-in, with every refresh token that it has had. */
interface Session {
  readonly id: string;
  readonly grant: Grant;
  readonly expiresAt: number;
  readonly tokens: string[];
}

export interface IssuedRefreshToken {
  readonly session: string;
  readonly refreshToken: string;
}

export interface RefreshTokens {
  begin(grant: Grant): IssuedRefreshToken;
  /** A new token for a good one; `undefined` for any other. */
  rotate(refreshToken: string): (IssuedRefreshToken & { readonly grant: Grant }) | undefined;
  /** Ends the session of any token that it has had. */
  revoke(refreshToken: string): void;
  end(session: string | undefined): void;
}

/**
 * Refresh tokens in memory. Each serves once; one that comes a second time was stolen from somebody, and ends the
 * whole session (RFC 9700, section 4.14.2).
 */
export function createRefreshTokens(clock: LocalClock): RefreshTokens {
  const sessions = new Map<string, Session>();
  const byToken = new Map<string, Session>();

  const end = (session: Session): void => {
    sessions.delete(session.id);
    for (const token of session.tokens) byToken.delete(token);
  };
  const add = (session: Session): IssuedRefreshToken => {
    const refreshToken = randomBytes(32).toString('base64url');
    session.tokens.push(refreshToken);
    byToken.set(refreshToken, session);
    return { session: session.id, refreshToken };
  };
  return {
    begin(grant) {
      for (const session of sessions.values()) if (session.expiresAt <= clock.now()) end(session);
      const id = randomBytes(16).toString('base64url');
      const session = { id, grant, expiresAt: clock.now() + lifetimeMilliseconds, tokens: [] };
      sessions.set(id, session);
      return add(session);
    },
    rotate(refreshToken) {
      const session = byToken.get(refreshToken);
      if (session === undefined) return undefined;
      if (session.tokens.at(-1) !== refreshToken || session.expiresAt <= clock.now()) {
        end(session);
        return undefined;
      }
      return { ...add(session), grant: session.grant };
    },
    revoke(refreshToken) {
      const session = byToken.get(refreshToken);
      if (session !== undefined) end(session);
    },
    end(id) {
      const session = id === undefined ? undefined : sessions.get(id);
      if (session !== undefined) end(session);
    },
  };
}
