import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
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
