import type { Messages, Text } from './translator.ts';

/**
 * What the first page says, and what stands around every page. The rest of a language's words loads with the first page
 * that needs it: words are as heavy as code.
 */
export const firstWords: readonly string[] = [
  'app',
  'ui',
  'problems',
  'overview',
  'alerts.kind',
  'alerts.atZero',
  'alerts.noDeadline',
  'alerts.status',
  'blockList.reason',
];

export type WordPart = 'first' | 'rest';

/** One part of a language's words. Both together are all of them. */
export function partOf<Leaf>(words: Groups<Leaf>, part: WordPart, path = ''): Groups<Leaf> {
  return Object.fromEntries(
    Object.entries(words).flatMap(([name, value]) => {
      const at = path + name;
      if (firstWords.includes(at)) return part === 'first' ? [[name, value]] : [];
      const isPartly = firstWords.some((one) => one.startsWith(`${at}.`));
      if (!isPartly) return part === 'rest' ? [[name, value]] : [];
      return [[name, partOf(value as Groups<Leaf>, part, `${at}.`)]];
    }),
  ) as Groups<Leaf>;
}

export interface Groups<Leaf> {
  readonly [name: string]: Leaf | Groups<Leaf>;
}

/** Both parts of a language's words in one. */
export function joined(one: Messages, other: Messages): Messages {
  const groups = Object.entries(other).map(([name, value]) => {
    const before = Object.hasOwn(one, name) ? one[name] : undefined;
    return [name, isGroup(before) && isGroup(value) ? joined(before, value) : value] as const;
  });
  return { ...one, ...Object.fromEntries(groups) };
}

function isGroup(value: Text | Messages | undefined): value is Messages {
  return typeof value === 'object' && !Array.isArray(value);
}
