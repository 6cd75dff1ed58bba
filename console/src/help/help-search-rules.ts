/** One section of the guide as it is read. */
export interface ReadSection {
  readonly anchor: string;
  readonly title: string;
  readonly paragraphs: readonly string[];
}

const plain = (text: string): string => text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLocaleLowerCase();

/**
 * Sections that hold every word that is asked for, wherever in them; case, accents and punctuation do not matter. If none
 * holds all, those that hold the most: whoever asks in a whole sentence is not left without an answer.
 */
export function sectionsWith(sections: readonly ReadSection[], asked: string): readonly ReadSection[] {
  const words = plain(asked).match(/[\p{L}\p{N}]+/gu) ?? [];
  const counted = sections.map((section) => {
    const text = plain([section.title, ...section.paragraphs].join(' '));
    return { section, held: words.filter((word) => text.includes(word)).length };
  });
  const most = Math.max(0, ...counted.map(({ held }) => held));
  if (most === 0 && asked.trim() !== '') return [];
  return counted.filter(({ held }) => held === most).map(({ section }) => section);
}
