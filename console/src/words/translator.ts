import { IntlMessageFormat } from 'intl-messageformat';
import type { MessageFormatElement } from '@formatjs/icu-messageformat-parser';
import { withIsolation } from './isolation-rules.ts';
import type { WordKey, WordValues } from './word-keys.ts';

/** In ICU's syntax; or in its parts, as the build leaves what is more than a plain text: see compiled-words.ts. */
export type Text = string | readonly MessageFormatElement[];

/** A language's file: texts in groups. */
export interface Messages {
  readonly [name: string]: Text | Messages;
}

/** The `type` of a part that is text. The library's names for types would bring its parser along. */
const literal: MessageFormatElement['type'] = 0;

/** How one element is drawn around a text: `<b>…</b>` in it. */
export type Wrap<Node> = (inner: readonly Node[]) => Node;

export interface Translator {
  /** One text, without elements. */
  readonly t: (key: WordKey, values?: WordValues) => string;
  /** One text with elements in it, in parts. */
  readonly parts: <Node>(key: WordKey, values: Readonly<Record<string, unknown>>) => readonly (string | Node)[];
}

export interface TranslatorParts {
  /** Of numbers and plurals, `en-GB`. */
  readonly locale: string;
  /** Of the language; what it lacks is said in the words of `fallback`. */
  readonly messages: Messages;
  readonly fallback: Messages;
  /** Hears of a text that cannot be said as it was asked for. The person sees it as far as it needs no value. */
  readonly report: (problem: string) => void;
  /** What is said where neither has a text: its key. */
  readonly lack?: (key: string) => string;
}

export function createTranslator(parts: TranslatorParts): Translator {
  const { locale, messages, fallback, report, lack = (key) => key } = parts;
  const formats = new Map<string, IntlMessageFormat>();
  const formatOf = (key: string): IntlMessageFormat => {
    const known = formats.get(key);
    if (known) return known;
    const own = textAt(messages, key);
    const made = new IntlMessageFormat(
      (own ?? textAt(fallback, key) ?? key) as string | MessageFormatElement[],
      own === undefined ? 'en' : locale,
    );
    formats.set(key, made);
    return made;
  };
  const format = (key: string, values: Readonly<Record<string, unknown>>): unknown => {
    const text = textAt(messages, key) ?? textAt(fallback, key);
    if (text === undefined) return lack(key);
    // Most texts are plain: nothing has to be made of them.
    if (typeof text === 'string' && !/[{<'#]/.test(text)) return text;
    try {
      return formatOf(key).format(withIsolation(values) as Record<string, string>);
    } catch (error) {
      report(`${key}: ${String(error)}`);
      return plainOf(text);
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

/** What of a text needs no value. */
function plainOf(text: Text): string {
  return typeof text === 'string'
    ? text
    : text.map((part) => (part.type === literal && 'value' in part ? part.value : '…')).join('');
}

/** The text at a dotted path, if there is one. */
export function textAt(messages: Messages, key: string): Text | undefined {
  let at: Text | Messages | undefined = messages;
  for (const name of key.split('.')) at = isGroup(at) && Object.hasOwn(at, name) ? at[name] : undefined;
  return isGroup(at) ? undefined : at;
}

function isGroup(value: Text | Messages | undefined): value is Messages {
  return typeof value === 'object' && !Array.isArray(value);
}
