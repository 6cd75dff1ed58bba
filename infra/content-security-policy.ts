/** Hashes of styles that the console's components add by themselves, as `sha256-…`. */
const styleHashes: readonly string[] = [];
/** Names of the policies by which the console's code may make scripts and HTML of texts. */
const trustedTypes: readonly string[] = [];

/**
 * What the console's page may load, run and ask: its own files, its API, its WebSocket, and the issuer of its tokens.
 * Nothing inline, nothing of others, but for the avatars of buyers: those are pictures from anywhere, as the marketplace
 * says. Who asks for one, and from which page, is kept from it by the referrer policy.
 *
 * @param connections addresses beside its own that the page may connect to.
 */
export function contentSecurityPolicy(connections: readonly string[]): string {
  const directives: Readonly<Record<string, readonly string[]>> = {
    'default-src': ["'none'"],
    'script-src': ["'self'"],
    'style-src': ["'self'", ...styleHashes.map((hash) => `'${hash}'`)],
    'img-src': ["'self'", 'https:'],
    'font-src': ["'self'"],
    'manifest-src': ["'self'"],
    'connect-src': ["'self'", ...connections],
    'base-uri': ["'none'"],
    // The page acts by its code; what a form would send to, it never needs.
    'form-action': ["'none'"],
    'frame-ancestors': ["'none'"],
    'require-trusted-types-for': ["'script'"],
    'trusted-types': trustedTypes.length === 0 ? ["'none'"] : trustedTypes,
  };
  return Object.entries(directives)
    .map(([name, values]) => `${name} ${values.join(' ')}`)
    .join('; ');
}
