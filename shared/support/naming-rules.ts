/** From so many letters and digits on, an ID is recognised in any case, and behind a word: a short one would be found in half of all words. */
const tellingLength = 6;

/**
 * Those of the IDs that a reader of the text could find in it: also behind other words (`buyer-70`), in full-width or other scripts'
 * digits, in bold letters, with blanks, signs or invisible characters between its own. Whole ones: `70` is not in `701`, nor in `170`.
 */
export function namedIn<Id extends string>(text: string, ids: Iterable<Id>): readonly Id[] {
  const plain = plainText(text);
  const dense = lettersAndDigits(plain);
  return [...ids].filter((id) => {
    const wanted = lettersAndDigits(id);
    // An ID of hyphens alone stands there as it is, or not at all.
    if (wanted === '') return plain.split(/\s+/u).includes(id);
    // Most texts name nobody: this is quicker than the pattern.
    if (!dense.toLowerCase().includes(wanted.toLowerCase())) return false;
    return patternOf(wanted).test(plain);
  });
}

/** Its characters in order, with anything but letters and digits between them, and nothing before or behind that could be more of it. */
function patternOf(wanted: string): RegExp {
  const isTelling = wanted.length >= tellingLength;
  const moreOf = (character = ''): string => (isTelling ? (/\d/.test(character) ? '\\d' : 'A-Za-z') : 'A-Za-z\\d');
  const characters = wanted.split('').join('[^A-Za-z\\d]*');
  return new RegExp(`(?<![${moreOf(wanted[0])}])${characters}(?![${moreOf(wanted.at(-1))}])`, isTelling ? 'iu' : 'u');
}

function lettersAndDigits(text: string): string {
  return text.replace(/[^A-Za-z\d]/g, '');
}

/** As the letters and digits of IDs, where a text writes them in another form, and without what is not seen. */
function plainText(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\p{Default_Ignorable_Code_Point}\p{M}]/gu, '')
    .replace(/\p{Nd}/gu, (digit) => String(valueOf(digit)));
}

/** Of a digit in any script: Unicode has the ten of each in a row. */
function valueOf(digit: string): number {
  const point = digit.codePointAt(0) ?? 0;
  let value = 0;
  while (value < 9 && /\p{Nd}/u.test(String.fromCodePoint(point - value - 1))) value += 1;
  return value;
}
