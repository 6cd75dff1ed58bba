/** One section of the guide as it is read. */
export interface ReadSection {
  readonly anchor: string;
  readonly title: string;
  readonly paragraphs: readonly string[];
}

const plain = (text: string): string => text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLocaleLowerCase();

/**
 * Sections that hold every word that is asked for, wherever in them; case, accents and punctuation do not matter. If none
 * holds all, the nearest, best first: whoever asks in a whole sentence is not left without an answer.
 */
export function sectionsWith(sections: readonly ReadSection[], asked: string): readonly ReadSection[] {
  const words = plain(asked).match(/[\p{L}\p{N}]+/gu) ?? [];
  if (words.length === 0) return asked.trim() === '' ? sections : [];
  const texts = sections.map((section) => ({ section, title: plain(section.title), text: plain(textOf(section)) }));
  const withAll = texts.filter(({ text }) => words.every((word) => text.includes(word)));
  if (withAll.length > 0) return withAll.map(({ section }) => section);
  const scored = texts.map(({ section, title, text }) => {
    const scores = words.map((word) => (text.includes(word) ? rarity(word) * (title.includes(word) ? 3 : 1) : 0));
    return { section, score: scores.reduce((sum, score) => sum + score, 0) };
  });
  const best = Math.max(0, ...scored.map(({ score }) => score));
  const near = scored.filter(({ score }) => score > 0 && score >= best / 2);
  return near.toSorted((one, other) => other.score - one.score).map(({ section }) => section);

  /** A word that is everywhere, as every language has, finds nothing. */
  function rarity(word: string): number {
    return Math.log(texts.length / texts.filter(({ text }) => text.includes(word)).length);
  }
}

const textOf = ({ title, paragraphs }: ReadSection): string => [title, ...paragraphs].join(' ');
