/**
 * Claims as the JWT authorizer hands them to a function: every value a string. It is written in Go and prints what is
 * no string as Go does: a list as `[a b]`, an object as `map[a:1 b:2]`.
 */
export function flattenClaims(claims: Readonly<Record<string, unknown>>): Record<string, string> {
  return Object.fromEntries(Object.entries(claims).map(([name, value]) => [name, print(value)]));
}

function print(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(print).join(' ')}]`;
  if (value === null || value === undefined) return '<nil>';
  if (typeof value !== 'object') return String(value);
  const sorted = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return `map[${sorted.map(([name, inner]) => `${name}:${print(inner)}`).join(' ')}]`;
}
