/** Where to go after signing in: a path of ours, whatever the state that came back says. */
export function returnPathOf(state: unknown): string {
  const path = (state as { readonly returnTo?: unknown } | undefined)?.returnTo;
  return typeof path === 'string' && /^\/(?![/\\])/.test(path) ? path : '/';
}
