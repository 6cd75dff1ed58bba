import { randomBytes } from 'node:crypto';
import type { HttpRequest } from '../http-front-end/http-request.ts';
import type { LocalClock } from '../state/clock.ts';
import type { Person } from './person.ts';

/** As long as the sessions of refresh tokens: then people choose again. */
const lifetimeMilliseconds = 12 * 3_600_000;

/** Who signed in with a browser, and when (epoch milliseconds). */
export interface RememberedSignIn {
  readonly person: Person;
  readonly signedInAt: number;
}

export interface RememberedSignIns {
  /** The `set-cookie` by which the browser will be known again. */
  remember(signIn: RememberedSignIn): string;
  find(request: HttpRequest): RememberedSignIn | undefined;
  /** Forgets the browser; the `set-cookie` that makes it forget, too. */
  forget(request: HttpRequest): string;
}

/**
 * Browsers whose person has signed in, as a user pool knows them: the console keeps its tokens in memory, so a reload comes
 * by here. They are forgotten at sign-out.
 *
 * @param port of the issuer: a browser sends the cookies of this machine to each of its ports.
 */
export function createRememberedSignIns(clock: LocalClock, port: string): RememberedSignIns {
  const name = `ssc-sign-in-${port}`;
  const signIns = new Map<string, RememberedSignIn>();
  const cookie = (value: string, more = ''): string =>
    `${name}=${value}; Path=/_local/issuer; HttpOnly; SameSite=Lax${more}`;
  const idOf = ({ cookies }: HttpRequest): string =>
    cookies.find((pair) => pair.startsWith(`${name}=`))?.slice(name.length + 1) ?? '';
  return {
    remember(signIn) {
      const id = randomBytes(32).toString('base64url');
      signIns.set(id, signIn);
      return cookie(id);
    },
    find(request) {
      const found = signIns.get(idOf(request));
      return found && found.signedInAt + lifetimeMilliseconds > clock.now() ? found : undefined;
    },
    forget(request) {
      signIns.delete(idOf(request));
      return cookie('', '; Max-Age=0');
    },
  };
}
