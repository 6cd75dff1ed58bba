/** What a terminal acts on instead of showing it: control and format characters (U+202E turns a line round), and other ends of a line. */
const actedOn = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\uFFFE\uFFFF]/gu;

/** Text of other people in one line: what could end the line, hide in it or turn it round is written as JSON writes it. */
export function oneLine(text: string): string {
  return text.replace(actedOn, escaped);
}

/** What commands print, whosever words are in it: as `oneLine`, but its line breaks are the command's own. */
export function printable(text: string): string {
  return text.replace(actedOn, (character) => (character === '\n' ? character : escaped(character)));
}

/** Where all commands print what they have to say. */
export function print(text: string): void {
  process.stdout.write(`${printable(text)}\n`);
}

const short: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };

function escaped(character: string): string {
  const units = Array.from({ length: character.length }, (_, index) => character.charCodeAt(index));
  return short[character] ?? units.map((unit) => `\\u${unit.toString(16).padStart(4, '0')}`).join('');
}
