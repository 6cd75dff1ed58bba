/** One section of the guide as it is read. */
export interface ReadSection {
  readonly anchor: string;
  readonly title: string;
  readonly paragraphs: readonly string[];
}

const plain = (text: string): string => text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLocaleLowerCase();

/** Sections that hold every word that is asked for, wherever in them; case and accents do not matter. */
export function sectionsWith(sections: readonly ReadSection[], asked: string): readonly ReadSection[] {
  const words = plain(asked).split(/\s+/u).filter(Boolean);
  return sections.filter(({ title, paragraphs }) => {
    const text = plain([title, ...paragraphs].join(' '));
    return words.every((word) => text.includes(word));
  });
}
