import { readdirSync, readFileSync } from 'node:fs';
import { parse, TYPE } from '@formatjs/icu-messageformat-parser';
import type { MessageFormatElement } from '@formatjs/icu-messageformat-parser';
import { describe, expect, it } from 'vitest';
import { languages } from '../../../src/words/languages.ts';

const folder = new URL('../../../src/words/', import.meta.url);
const files = readdirSync(folder).filter((name) => name.endsWith('.json'));

/** A translation may be longer than English, but a button has only so much room. */
const longestOf = (english: string): number => Math.max(english.length + 20, Math.ceil(english.length * 1.6));

interface Texts {
  readonly [name: string]: string | Texts;
}

function textsOf(messages: Texts, path = ''): readonly (readonly [string, string])[] {
  return Object.entries(messages).flatMap(([name, value]) =>
    typeof value === 'string' ? [[path + name, value] as const] : textsOf(value, `${path}${name}.`),
  );
}

const read = (name: string) => new Map(textsOf(JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as Texts));
const english = read('en.json');

/** What a text needs in its braces and tags. */
function needs(elements: readonly MessageFormatElement[]): readonly string[] {
  return elements.flatMap((element) => {
    if (element.type === TYPE.literal || element.type === TYPE.pound) return [];
    if (element.type === TYPE.plural || element.type === TYPE.select)
      return [element.value, ...Object.values(element.options).flatMap(({ value }) => needs(value))];
    return element.type === TYPE.tag ? [element.value, ...needs(element.children)] : [element.value];
  });
}
const needsOf = (text: string): string => [...new Set(needs(parse(text)))].toSorted().join(', ');

it('has a file for no language but those of the console', () => {
  const known: readonly string[] = languages.map(({ code }) => `${code}.json`);
  expect(files.filter((name) => !known.includes(name))).toEqual([]);
});

describe.each(files)('%s', (name) => {
  const texts = read(name);

  it('says everything that English says, and nothing else', () => {
    expect([...texts.keys()].toSorted()).toEqual([...english.keys()].toSorted());
  });

  it('is in ICU syntax, and needs the same values', () => {
    const wrong = [...texts].filter(([key, text]) => needsOf(text) !== needsOf(english.get(key) ?? ''));
    expect(wrong).toEqual([]);
  });

  it('leaves no text empty, and fits where English fits', () => {
    const wrong = [...texts].filter(
      ([key, text]) => text.trim() === '' || text.length > longestOf(english.get(key) ?? ''),
    );
    expect(wrong).toEqual([]);
  });
});

it('never says what could be sent on to a buyer as "you are blocked"', () => {
  expect(
    [...english].filter(([, text]) => /you (are|were|have been) blocked|your account is blocked/i.test(text)),
  ).toEqual([]);
});
