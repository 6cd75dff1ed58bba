import { createHash } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { createAuthorizationCodes } from '../../../../core/issuer/authorization-codes.ts';
import type { Grant } from '../../../../core/issuer/grant.ts';
import { createClock } from '../../../../core/state/clock.ts';
import { openJournal } from '../../../../core/state/journal.ts';

const verifier = 'v'.repeat(43);
const redirectUri = 'http://127.0.0.1:3000/signed-in';
const codeChallenge = createHash('sha256').update(verifier).digest('base64url');
const person = { id: 'p', subject: 's', name: 'P', email: 'p@demo.example', about: '', shops: [] };
const grant: Grant = { person, scope: 'openid', nonce: undefined, signedInAt: 0 };

describe('authorization codes', () => {
  let clock: ReturnType<typeof createClock>;
  let codes: ReturnType<typeof createAuthorizationCodes>;
  let begun: Grant[];
  beforeEach(() => {
    clock = createClock(openJournal(undefined));
    codes = createAuthorizationCodes(clock);
    begun = [];
  });
  const begin = (given: Grant) => {
    begun.push(given);
    return { session: `session-${begun.length}` };
  };
  const issue = () => codes.issue({ grant, redirectUri, codeChallenge });
  const redeem = (code: string, proof: object = {}) =>
    codes.redeem(code, { redirectUri, verifier, ...proof }, begin).type;

  it('begin a session for who began the sign-in', () => {
    expect(codes.redeem(issue(), { redirectUri, verifier }, begin)).toEqual({
      type: 'begun',
      session: { session: 'session-1' },
      grant,
    });
  });

  it('serve once; a second use says which session the first began', () => {
    const code = issue();
    expect(redeem(code)).toBe('begun');
    expect(codes.redeem(code, { redirectUri, verifier }, begin)).toEqual({ type: 'used_before', session: 'session-1' });
    expect(begun).toHaveLength(1);
  });

  it.each([
    ['another page', { redirectUri: 'http://localhost:3000/signed-in' }],
    ['another verifier', { verifier: 'w'.repeat(43) }],
    ['a verifier that is too short', { verifier: 'v' }],
    ['no verifier', { verifier: '' }],
  ])('are lost on %s', (_, proof) => {
    const code = issue();
    expect(redeem(code, proof)).toBe('refused');
    expect(redeem(code)).toBe('used_before');
    expect(begun).toEqual([]);
  });

  it('end after a minute of the local clock', () => {
    const [early, late] = [issue(), issue()];
    clock.advance(59);
    expect(redeem(early)).toBe('begun');
    clock.advance(1);
    expect(redeem(late)).toBe('refused');
    expect(redeem('unknown')).toBe('refused');
  });
});
