/**
 * Whether a page of this origin may connect. Browsers send no token by themselves, but a page that got hold of a ticket should
 * not be able to use it. Who sends no origin is no browser.
 *
 * @param allowed origins, `https://console.example.com`; `:*` in place of the port allows any.
 */
export function isAllowedOrigin(origin: string | undefined, allowed: readonly string[]): boolean {
  if (origin === undefined) return true;
  return allowed.some((one) => one === origin || (one.endsWith(':*') && withoutPort(origin) === one.slice(0, -2)));
}

function withoutPort(origin: string): string {
  return origin.replace(/:\d{1,5}$/, '');
}
