/** What a username hides from the eye. Usernames are matched code point for code point, so the eye must see each of them. */

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

/** Letters of other scripts that look like Latin ones, after Unicode's table of confusables. */
const lookAlikes: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries({
    a: 'аɑα',
    b: 'ЬВΒ',
    c: 'сϲ',
    d: 'ԁ',
    e: 'еҽ',
    g: 'ɡ',
    h: 'һНΗ',
    i: 'іıι',
    j: 'ј',
    k: 'Кκ',
    l: 'ӏІ',
    m: 'МΜ',
    n: 'ո',
    o: 'оοօ',
    p: 'рρ',
    q: 'ԛ',
    r: 'ᴦ',
    s: 'ѕ',
    t: 'ТΤ',
    u: 'υս',
    v: 'ѵν',
    w: 'ѡԝ',
    x: 'хχ',
    y: 'уγ',
  }).flatMap(([latin, others]) =>
    [...others].flatMap((one) => [one, one.toUpperCase()].map((other) => [other, latin] as const)),
  ),
);

const letters = (text: string): readonly string[] => [...text].filter((one) => /\p{L}/u.test(one));
const isLatin = (letter: string): boolean => /\p{Script=Latin}/u.test(letter) && lookAlikes[letter] === undefined;

/** The username in parts, each as it looks or with what is odd about it. */
export function partsOf(username: string): readonly UsernamePart[] {
  const found = letters(username);
  // A name that is Cyrillic as a whole is no disguise; one among Latin letters is, and one of nothing but look-alikes.
  const mayDisguise = found.some(isLatin) || found.every((letter) => lookAlikes[letter] !== undefined);
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
  if (mayDisguise && lookAlikes[one] !== undefined) return { text: one, mark: 'look_alike', codePoint };
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

/** A username within a plain text, apart from the direction of what stands around it. */
export const isolated = (username: string): string => `\u2068${username}\u2069`;

/** What is left of a username for the eye: two that look alike have the same. */
export function skeletonOf(username: string): string {
  return [...username.normalize('NFKD')]
    .filter((one) => !invisible.test(one) && !space.test(one) && !/\p{M}/u.test(one))
    .map((one) => lookAlikes[one] ?? one)
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
