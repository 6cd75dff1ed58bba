import { beforeEach, describe, expect, it } from 'vitest';
import { createRememberedSignIns } from '../../../../core/issuer/remembered-sign-ins.ts';
import type { HttpRequest } from '../../../../core/http-front-end/http-request.ts';
import { createClock } from '../../../../core/state/clock.ts';
import { openJournal } from '../../../../core/state/journal.ts';

const person = { id: 'p', subject: 's', name: 'P', email: 'p@demo.example', about: '', shops: [] };
const from = (...cookies: readonly string[]) => ({ cookies }) as unknown as HttpRequest;
const pairOf = (cookie: string) => cookie.split(';')[0] ?? '';

describe('remembered sign-ins', () => {
  let clock: ReturnType<typeof createClock>;
  let signIns: ReturnType<typeof createRememberedSignIns>;
  beforeEach(() => {
    clock = createClock(openJournal(undefined));
    signIns = createRememberedSignIns(clock, '3000');
  });

  it('are found by a cookie that scripts and other sites do not get', () => {
    const signIn = { person, signedInAt: clock.now() };
    const cookie = signIns.remember(signIn);
    expect(cookie).toMatch(/^ssc-sign-in-3000=[\w-]{43}; Path=\/_local\/issuer; HttpOnly; SameSite=Lax$/);
    expect(signIns.find(from('other=1', pairOf(cookie)))).toBe(signIn);
    expect(signIns.find(from('ssc-sign-in-3000=guess'))).toBeUndefined();
    expect(signIns.find(from())).toBeUndefined();
  });

  it('end after half a day', () => {
    const cookie = pairOf(signIns.remember({ person, signedInAt: clock.now() }));
    clock.advance(12 * 3_600);
    expect(signIns.find(from(cookie))).toBeUndefined();
  });

  it('are forgotten, by the browser too', () => {
    const cookie = pairOf(signIns.remember({ person, signedInAt: clock.now() }));
    expect(signIns.forget(from(cookie))).toMatch(/^ssc-sign-in-3000=; .*Max-Age=0$/);
    expect(signIns.find(from(cookie))).toBeUndefined();
  });
});
