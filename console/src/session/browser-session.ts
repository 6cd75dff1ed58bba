import { SignIn } from './browser-sign-in.ts';
import type { Tokens } from './browser-sign-in.ts';
import type { ConsoleConfig } from './config.ts';
import { renewIn } from './expiry-rules.ts';
import { clearDrafts } from './use-draft.ts';
import { claimsOf, nameIn } from './token-claims.ts';
import type { TokenClaims } from './token-claims.ts';

export type SessionState =
  | { readonly name: 'starting' }
  | { readonly name: 'signed_out'; readonly problem?: 'refused' | 'interrupted' | undefined }
  | { readonly name: 'signed_in'; readonly claims: TokenClaims; readonly person: string | undefined }
  /** The page stays, and what was typed into it; only the API answers no more. */
  | { readonly name: 'expired'; readonly claims: TokenClaims; readonly person: string | undefined };

/** Says that this browser's person had signed in: after a reload they are taken back at once. It holds no token. */
const remembered = 'ssc.signed-in';
/** Says that the person has signed out in this tab: an issuer that would let them in again without a question has to ask. */
const signedOut = 'ssc.signed-out';

/** One for each tab. What it says changes; `subscribe` tells when. */
export class Session {
  private state: SessionState = { name: 'starting' };
  private readonly listeners = new Set<() => void>();
  private readonly issuer: SignIn;
  private tokens: Tokens | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private renewal: Promise<void> | undefined;

  constructor(config: ConsoleConfig) {
    this.issuer = new SignIn(config);
    // Signed out in another tab: here, too.
    window.addEventListener('storage', ({ key, newValue }) => key === remembered && newValue === null && this.end());
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  readonly current = (): SessionState => this.state;

  /** Takes what the issuer has sent back, or goes there if this person was signed in before. */
  async start(): Promise<void> {
    if (window.location.pathname === '/signed-in') return this.finish();
    if (localStorage.getItem(remembered) === null) return this.change({ name: 'signed_out' });
    return this.signIn();
  }

  /** Leaves for the issuer's page, and comes back to where one is now. */
  async signIn(): Promise<void> {
    const { pathname, search } = window.location;
    const returnTo = pathname === '/signed-in' ? '/' : pathname + search;
    try {
      await this.issuer.begin(returnTo, sessionStorage.getItem(signedOut) !== null);
    } catch {
      this.change({ name: 'signed_out', problem: 'interrupted' });
    }
  }

  async signOut(): Promise<void> {
    localStorage.removeItem(remembered);
    sessionStorage.setItem(signedOut, '1');
    const { tokens } = this;
    this.end();
    await this.issuer.leave(tokens);
  }

  /** Nothing of the session is left on this page, whatever the issuer does next. */
  private end(): void {
    clearDrafts();
    clearTimeout(this.timer);
    this.tokens = undefined;
    if (this.state.name !== 'starting') this.change({ name: 'signed_out' });
  }

  /** For the client of the API: see `SellerClientOptions`. */
  readonly accessToken = async ({ isRefused }: { readonly isRefused: boolean }): Promise<string | undefined> => {
    if (isRefused || (this.tokens && this.tokens.expiresAt <= Date.now())) await this.renew();
    return this.tokens?.access;
  };

  private async finish(): Promise<void> {
    try {
      const { tokens, returnTo } = await this.issuer.finish();
      localStorage.setItem(remembered, '1');
      sessionStorage.removeItem(signedOut);
      window.history.replaceState(undefined, '', returnTo);
      this.take(tokens);
    } catch (error) {
      localStorage.removeItem(remembered);
      window.history.replaceState(undefined, '', '/');
      const isRefused = error instanceof Error && error.name === 'ErrorResponse';
      this.change({ name: 'signed_out', problem: isRefused ? 'refused' : 'interrupted' });
    }
  }

  /** All that ask at once wait for the same one. */
  private renew(): Promise<void> {
    this.renewal ??= this.askForNewToken().finally(() => {
      this.renewal = undefined;
    });
    return this.renewal;
  }

  private async askForNewToken(): Promise<void> {
    const before = this.tokens;
    if (before?.refresh === undefined) return this.expire();
    try {
      const tokens = await this.issuer.renew(before);
      // Somebody may have signed out meanwhile.
      if (this.tokens === before) this.take(tokens);
    } catch (error) {
      if (this.tokens !== before) return;
      // A refusal ends the session; a network that is down does not.
      if (error instanceof Error && error.name === 'ErrorResponse') this.expire();
      else this.renewInTime(before, true);
    }
  }

  private take(tokens: Tokens): void {
    this.tokens = tokens;
    this.renewInTime(tokens, false);
    this.change({ name: 'signed_in', claims: claimsOf(tokens.access), person: nameIn(tokens.profile) });
  }

  /** Before they end; while that fails, again until then. */
  private renewInTime({ expiresAt }: Tokens, hasFailed: boolean): void {
    clearTimeout(this.timer);
    const wait = renewIn(expiresAt, Date.now(), hasFailed);
    if (wait === undefined) this.expire();
    else this.timer = setTimeout(() => void this.renew(), wait);
  }

  private expire(): void {
    if (this.state.name === 'signed_in') this.change({ ...this.state, name: 'expired' });
  }

  private change(state: SessionState): void {
    this.state = state;
    for (const listener of this.listeners) listener();
  }
}
