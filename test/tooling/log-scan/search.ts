import { secretsInJson } from './secret.ts';
import type { Secret, SecretKind } from './secret.ts';

export interface Finding {
  readonly file: string;
  /** From 1. */
  readonly line: number;
  /** Never the value: whoever reads the report of a leak must not have to hide it, too. */
  readonly what: string;
}

/** What a line of a log may not look like, whoever's it is. */
const patterns: readonly (readonly [what: string, pattern: RegExp])[] = [
  ['something like a JWT', /\beyJ[\w-]{5,}\.[\w-]{5,}\.[\w-]*/],
  ['something like an e-mail address', /[\w.+-]+@[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}\b/i],
  ['a header with credentials', /\b(?:authorization|x-amz-security-token)["']?\s*[:=]\s*["']?[^\s"']/i],
  ['a bearer token', /\bBearer\s+[\w.-]{16,}/],
  ['a signature', /\bSignature=[0-9a-f]{16,}/],
];

/** As many characters of a value decide where to look closer. */
const prefix = 6;
/** Random requests hold notes such as `1`, which is also a number in any log. */
const number = /^\P{L}{1,2}$/u;
/** A name such as `first` is also a word of the log's own. */
const plainWord = /^\p{L}{1,12}$/u;

/**
 * Makes a search of logs for these secrets, as they are, escaped as in JSON, and encoded as in a URL.
 *
 * One of at least 6 characters is found anywhere. A shorter one, or a plain word of letters alone, cannot be told from the
 * log's own words: it is found where it is a whole value, in quotation marks or after `=`. One or two characters
 * without a letter are not searched for.
 */
export function createSearch(secrets: Iterable<Secret>): (file: string, text: string) => readonly Finding[] {
  const whole = new Map<string, SecretKind>();
  const byPrefix = new Map<string, Map<string, SecretKind>>();
  for (const { kind, value } of secrets) {
    if (number.test(value)) continue;
    const distinctive = value.length >= prefix && !plainWord.test(value);
    for (const form of formsOf(value)) {
      const start = form.slice(0, prefix);
      const group = distinctive ? (byPrefix.get(start) ?? new Map<string, SecretKind>()) : whole;
      if (distinctive) byPrefix.set(start, group);
      group.set(form, kind);
    }
  }
  const inLine = (line: string): ReadonlySet<string> => {
    const found = new Set<string>(patterns.flatMap(([what, pattern]) => (pattern.test(line) ? [what] : [])));
    for (const { kind } of secretsInJson(line.replaceAll('\\"', '"'))) found.add(`a field of the kind ${kind}`);
    for (const [, quoted, given] of line.matchAll(/"((?:[^"\\]|\\.)*)"|=([^&\s"'=]+)/g)) {
      const kind = whole.get(quoted ?? given ?? '');
      if (kind) found.add(`a ${kind}`);
    }
    for (let at = 0; at + prefix <= line.length; at++) {
      const group = byPrefix.get(line.slice(at, at + prefix));
      for (const [form, kind] of group ?? []) if (line.startsWith(form, at)) found.add(`a ${kind}`);
    }
    return found;
  };
  return (file, text) =>
    text.split('\n').flatMap((line, index) => [...inLine(line)].map((what) => ({ file, line: index + 1, what })));
}

function formsOf(value: string): ReadonlySet<string> {
  // A file holds no half of a character.
  const text = value.toWellFormed();
  const url = encodeURIComponent(text);
  return new Set([text, JSON.stringify(text).slice(1, -1), url, url.replaceAll('%20', '+')]);
}
