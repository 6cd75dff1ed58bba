/** Pages of this machine: the console's own address, or a development server on another port (RFC 8252, section 7.3). */
const page = /^http:\/\/(127\.0\.0\.1|localhost|\[::1\])(:\d{1,5})?(\/[A-Za-z0-9/_-]*)$/;

/** Where a client may have people sent who have signed in. */
export function isSignInRedirect(uri: string): boolean {
  return page.exec(uri)?.[3] === '/signed-in';
}

/** Where a client may have people sent who have signed out. */
export function isSignOutRedirect(uri: string): boolean {
  return page.exec(uri)?.[3] === '/';
}

/** The address with these parameters; those that are undefined are left out. */
export function withParameters(uri: string, parameters: Readonly<Record<string, string | undefined>>): string {
  const url = new URL(uri);
  for (const [name, value] of Object.entries(parameters)) if (value !== undefined) url.searchParams.set(name, value);
  return url.href;
}
