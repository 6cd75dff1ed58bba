import { beforeEach, describe, expect, it } from 'vitest';
import type { Grant } from '../../../../core/issuer/grant.ts';
import { createRefreshTokens } from '../../../../core/issuer/refresh-tokens.ts';
import { createClock } from '../../../../core/state/clock.ts';
import { openJournal } from '../../../../core/state/journal.ts';

const person = { id: 'p', subject: 's', name: 'P', email: 'p@demo.example', about: '', shops: [] };
const grant: Grant = { person, scope: 'openid', nonce: undefined, signedInAt: 0 };

describe('refresh tokens', () => {
  let clock: ReturnType<typeof createClock>;
  let tokens: ReturnType<typeof createRefreshTokens>;
  beforeEach(() => {
    clock = createClock(openJournal(undefined));
    tokens = createRefreshTokens(clock);
  });
  const next = (token: string): string => {
    const rotated = tokens.rotate(token);
    if (!rotated) throw new Error('The token was refused.');
    return rotated.refreshToken;
  };

  it('are replaced by a new one of the same session', () => {
    const first = tokens.begin(grant);
    const second = tokens.rotate(first.refreshToken);
    expect(second).toEqual({ session: first.session, refreshToken: expect.any(String), grant });
    expect(second?.refreshToken).not.toBe(first.refreshToken);
  });

  it('end their session when an old one comes again, and no other session', () => {
    const stolen = tokens.begin(grant).refreshToken;
    const other = tokens.begin(grant).refreshToken;
    const newest = next(next(stolen));
    expect(tokens.rotate(stolen)).toBeUndefined();
    expect(tokens.rotate(newest)).toBeUndefined();
    expect(next(other)).toBeTruthy();
  });

  it('end with their session, however often they were renewed, after half a day', () => {
    let token = tokens.begin(grant).refreshToken;
    clock.advance(11 * 3_600);
    token = next(token);
    clock.advance(3_600);
    expect(tokens.rotate(token)).toBeUndefined();
  });

  it('can be revoked by any of a session’s, and the session by its name', () => {
    const first = tokens.begin(grant).refreshToken;
    const second = next(first);
    tokens.revoke(first);
    expect(tokens.rotate(second)).toBeUndefined();
    const { session, refreshToken } = tokens.begin(grant);
    tokens.end('another');
    tokens.end(undefined);
    const renewed = next(refreshToken);
    tokens.end(session);
    expect(tokens.rotate(renewed)).toBeUndefined();
  });
});
