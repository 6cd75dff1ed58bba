import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { sectionsWith } from '../../../src/help/help-search-rules.ts';
import { helpSections } from '../../../src/help/help-sections.ts';

const words = JSON.parse(readFileSync(new URL('../../../src/words/en.json', import.meta.url), 'utf8')) as {
  help: { sections: Record<string, Record<string, string>> };
};

it('shows every section and every paragraph that the words have, and no other', () => {
  const shown = helpSections.map(({ words: name, count }) => [name, count]);
  const written = Object.entries(words.help.sections).map(([name, section]) => [name, Object.keys(section).length - 1]);
  expect(shown.toSorted()).toEqual(written.toSorted());
});

it('gives each section an address of its own', () => {
  expect(new Set(helpSections.map(({ anchor }) => anchor)).size).toBe(helpSections.length);
});

it('tells sellers neither to confirm nor to deny a block', () => {
  expect(words.help.sections['asked']?.['p1']).toMatch(/do not confirm.*do not deny/i);
});

it.each([
  'have you blocked me',
  'Did you block me??',
  'why was I blocked by you',
  'customer asks if blocked',
])('finds among the first two, for “%s”, what to answer a customer', (question) => {
  const sections = helpSections.map(({ anchor, words: name }) => {
    const { title = '', ...paragraphs } = words.help.sections[name] ?? {};
    return { anchor, title, paragraphs: Object.values(paragraphs) };
  });
  const found = sectionsWith(sections, question).map(({ anchor }) => anchor);
  expect(found.slice(0, 2)).toContain('asked');
});
