import { IntlMessageFormat } from 'intl-messageformat';
import type { WordKey, WordValues } from './word-keys.ts';

/** A language's file: texts in ICU's syntax, in groups. */
export interface Messages {
  readonly [name: string]: string | Messages;
}

/** How one element is drawn around a text: `<b>…</b>` in it. */
export type Wrap<Node> = (inner: readonly Node[]) => Node;

export interface Translator {
  /** One text, without elements. */
  readonly t: (key: WordKey, values?: WordValues) => string;
  /** One text with elements in it, in parts. */
  readonly parts: <Node>(key: WordKey, values: Readonly<Record<string, unknown>>) => readonly (string | Node)[];
}

/**
 * @param locale of numbers and plurals, `en-GB`.
 * @param messages of the language; what it lacks is said in the words of `fallback`.
 * @param report hears of a text that cannot be said as it was asked for. The person sees the text as it stands in the file.
 */
export function createTranslator(
  locale: string,
  messages: Messages,
  fallback: Messages,
  report: (problem: string) => void,
): Translator {
  const formats = new Map<string, IntlMessageFormat>();
  const formatOf = (key: string): IntlMessageFormat => {
    const known = formats.get(key);
    if (known) return known;
    const own = textAt(messages, key);
    const made = new IntlMessageFormat(own ?? textAt(fallback, key) ?? key, own === undefined ? 'en' : locale);
    formats.set(key, made);
    return made;
  };
  const format = (key: string, values: Readonly<Record<string, unknown>>): unknown => {
    try {
      return formatOf(key).format(values as Record<string, string>);
    } catch (error) {
      report(`${key}: ${String(error)}`);
      return textAt(messages, key) ?? textAt(fallback, key) ?? key;
    }
  };
  return {
    t: (key, values = {}) => String(format(key, values)),
    parts<Node>(key: WordKey, values: Readonly<Record<string, unknown>>) {
      const made = format(key, values);
      return (Array.isArray(made) ? made : [made]) as (string | Node)[];
    },
  };
}

/** The text at a dotted path, if there is one. */
export function textAt(messages: Messages, key: string): string | undefined {
  let at: string | Messages | undefined = messages;
  for (const name of key.split('.')) at = typeof at === 'object' && Object.hasOwn(at, name) ? at[name] : undefined;
  return typeof at === 'string' ? at : undefined;
}
