/** What a username hides from the eye. Usernames are matched code point for code point, so the eye must see each of them. */

import { lookAlikeLetters } from './look-alike-letters.ts';

export type UsernameMark = 'invisible' | 'space' | 'look_alike';

export interface UsernamePart {
  readonly text: string;
  /** Absent for what is as it looks. */
  readonly mark?: UsernameMark;
  /** `U+200B`, of a part with a mark. */
  readonly codePoint?: string;
}

/** Format and control characters, and letters that are blank: fillers, Braille's blank, selectors of variants. */
const invisible =
  /\p{Cf}|\p{Cc}|\p{Cn}|[\u034f\u115f\u1160\u2800\u3164\uffa0]|[\u17b4\u17b5\u180b-\u180f]|[\ufe00-\ufe0f]/u;
const space = /\p{Z}/u;
/** Emoji are joined and coloured by characters that are invisible elsewhere. */
const emoji =
  /\p{Extended_Pictographic}(?:\ufe0f|\p{Emoji_Modifier})?(?:\u200d\p{Extended_Pictographic}(?:\ufe0f|\p{Emoji_Modifier})?)*/u;

/** The letter of ASCII that each look-alike looks like. */
const lookAlikes: ReadonlyMap<string, string> = new Map(
  Object.entries(lookAlikeLetters).flatMap(([ascii, others]) => [...others].map((other) => [other, ascii] as const)),
);

/** What a character looks like: a look-alike; or a letter of ASCII in another dress, such as a full-width or a bold one. */
function seenAs(one: string): string | undefined {
  if (/^[\0-\u007f]$/.test(one)) return undefined;
  const plain = one.normalize('NFKD');
  const isDressed = /^[A-Za-z0-9]$/.test(plain) && one.normalize('NFD') === one;
  return isDressed ? plain : lookAlikes.get(plain);
}

const letters = (text: string): readonly string[] => [...text].filter((one) => /\p{L}/u.test(one));
const isLatin = (letter: string): boolean => /\p{Script=Latin}/u.test(letter) && seenAs(letter) === undefined;

/** The username in parts, each as it looks or with what is odd about it. */
export function partsOf(username: string): readonly UsernamePart[] {
  const found = letters(username);
  // A name that is Cyrillic as a whole is no disguise; one among Latin letters is, and one of nothing but look-alikes.
  const isOnlyLookAlikes = found.length > 0 && found.every((letter) => seenAs(letter) !== undefined);
  const mayDisguise = found.some(isLatin) || isOnlyLookAlikes;
  const pieces = splitAtEmoji(username);
  const marked = pieces.flatMap(({ text, isEmoji }) =>
    isEmoji ? [{ text }] : [...text].map((one) => partOf(one, mayDisguise)),
  );
  return joined(markOddSpaces(marked));
}

function partOf(one: string, mayDisguise: boolean): UsernamePart {
  const codePoint = `U+${(one.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
  if (space.test(one)) return one === ' ' ? { text: one } : { text: one, mark: 'space', codePoint };
  if (invisible.test(one)) return { text: one, mark: 'invisible', codePoint };
  if (mayDisguise && seenAs(one) !== undefined) return { text: one, mark: 'look_alike', codePoint };
  return { text: one };
}

/** One blank between words is seen; at an end, or after another, it is not. */
function markOddSpaces(parts: readonly UsernamePart[]): readonly UsernamePart[] {
  return parts.map((part, index) => {
    const before = parts[index - 1]?.text;
    const isOdd = before === undefined || before === ' ' || index === parts.length - 1;
    return part.text === ' ' && isOdd ? { text: ' ', mark: 'space', codePoint: 'U+0020' } : part;
  });
}

function joined(parts: readonly UsernamePart[]): readonly UsernamePart[] {
  const result: UsernamePart[] = [];
  for (const part of parts) {
    const last = result.at(-1);
    if (last && last.mark === undefined && part.mark === undefined)
      result[result.length - 1] = { text: last.text + part.text };
    else result.push(part);
  }
  return result;
}

function splitAtEmoji(text: string): readonly { readonly text: string; readonly isEmoji: boolean }[] {
  return text
    .split(new RegExp(`(${emoji.source})`, 'u'))
    .filter((piece) => piece !== '')
    .map((piece) => ({ text: piece, isEmoji: new RegExp(`^${emoji.source}$`, 'u').test(piece) }));
}

/** What is left of a username for the eye: two that look alike have the same. */
export function skeletonOf(username: string): string {
  return [...username.normalize('NFKD')]
    .filter((one) => !invisible.test(one) && !space.test(one) && !/\p{M}/u.test(one))
    .map((one) => lookAlikes.get(one) ?? one)
    .join('')
    .toLowerCase()
    .replaceAll(/[1|!]/g, 'l')
    .replaceAll('i', 'l')
    .replaceAll('0', 'o')
    .replaceAll('rn', 'm')
    .replaceAll('vv', 'w');
}

/** Whether a person could take one for the other. */
export function looksLike(one: string, other: string): boolean {
  return one !== other && skeletonOf(one) === skeletonOf(other);
}
