import { idPattern } from '../kernel/ids.ts';

/** One batch of reads takes them, and the root beside them. */
export const mostWords = 99;

/**
 * What in a text could be an account's ID, each once: whole words, so that the ID `1` is not seen in `10`. A word at whose
 * ends hyphens or underscores stand may be an ID, or one between dashes.
 */
export function idWords(text: string): readonly string[] {
  const runs = text.match(/[A-Za-z0-9_-]+/g) ?? [];
  const words = runs.flatMap((run) => [run, run.replace(/^[_-]+|[_-]+$/g, '')]);
  return [...new Set(words)].filter((word) => idPattern.test(word));
}
