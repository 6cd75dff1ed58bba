/** Where two names differ, character by character as a reader sees them. */

export interface NamePart {
  readonly text: string;
  readonly isDifferent: boolean;
}

const segmenter = new Intl.Segmenter('und', { granularity: 'grapheme' });
const charactersOf = (name: string): readonly string[] => [...segmenter.segment(name)].map(({ segment }) => segment);

/** Both in parts; what they have in common, in order and to the code point, is not different. */
export function differencesOf(
  one: string,
  other: string,
): { readonly one: readonly NamePart[]; readonly other: readonly NamePart[] } {
  const left = charactersOf(one);
  const right = charactersOf(other);
  const common = commonOf(left, right);
  return { one: partsOf(left, common.left), other: partsOf(right, common.right) };
}

/** Indexes of a longest common subsequence. Names have 256 characters at most. */
function commonOf(left: readonly string[], right: readonly string[]) {
  const width = right.length + 1;
  const longest = new Uint16Array((left.length + 1) * width);
  const at = (i: number, j: number): number => longest[i * width + j] ?? 0;
  for (let i = left.length - 1; i >= 0; i--)
    for (let j = right.length - 1; j >= 0; j--)
      longest[i * width + j] = left[i] === right[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
  const common = { left: new Set<number>(), right: new Set<number>() };
  for (let i = 0, j = 0; i < left.length && j < right.length; ) {
    if (left[i] === right[j]) {
      common.left.add(i++);
      common.right.add(j++);
    } else if (at(i + 1, j) >= at(i, j + 1)) i++;
    else j++;
  }
  return common;
}

function partsOf(characters: readonly string[], common: ReadonlySet<number>): readonly NamePart[] {
  const parts: { text: string; isDifferent: boolean }[] = [];
  characters.forEach((text, index) => {
    const isDifferent = !common.has(index);
    const last = parts.at(-1);
    if (last?.isDifferent === isDifferent) last.text += text;
    else parts.push({ text, isDifferent });
  });
  return parts;
}
