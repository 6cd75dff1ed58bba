/** What the parts of an exported list have to become before they are one file. */

const mark = '\uFEFF';

/** The path of the next part, by the header `Link`: its cursor. */
export function nextCursorOf(link: string | null): string | undefined {
  const [, target] = /<([^>]*)>\s*;\s*rel="next"/.exec(link ?? '') ?? [];
  if (target === undefined) return undefined;
  return new URL(target, 'https://any.example').searchParams.get('cursor') ?? undefined;
}

/** Each part has a header, which one file has once; reading them as texts took their marks of UTF-8 away. */
export function joinParts(parts: readonly string[]): string {
  const [first = '', ...rest] = parts.map((part) => (part.startsWith(mark) ? part.slice(mark.length) : part));
  return mark + first + rest.map((part) => part.slice(part.indexOf('\n') + 1)).join('');
}
