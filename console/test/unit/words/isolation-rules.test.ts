import { readFileSync } from 'node:fs';
import { parse, TYPE } from '@formatjs/icu-messageformat-parser';
import type { MessageFormatElement } from '@formatjs/icu-messageformat-parser';
import { describe, expect, it } from 'vitest';
import { isolated, othersValues, withIsolation } from '../../../src/words/isolation-rules.ts';

/** Values that come from the words themselves, or are numbers, times and amounts in the reader's own writing. */
const ours = new Set(
  `page theme time used limit days hours minutes seconds from to count done total why kind score cancellations guarded
  relative reason scope duration changes most date until category amount respondBy quotas_blocks quotas_newBlocksPerDay
  today place places members_added members_changed members_removed`.split(/\s+/),
);

interface Texts {
  readonly [name: string]: string | Texts;
}

function elementsOf(elements: readonly MessageFormatElement[]): readonly MessageFormatElement[] {
  return elements.flatMap((element) => {
    const inner =
      element.type === TYPE.plural || element.type === TYPE.select
        ? Object.values(element.options).flatMap(({ value }) => value)
        : element.type === TYPE.tag
          ? element.children
          : [];
    return [element, ...elementsOf(inner)];
  });
}

function textsOf(texts: Texts): readonly string[] {
  return Object.values(texts).flatMap((value) => (typeof value === 'string' ? [value] : textsOf(value)));
}

const file = new URL('../../../src/words/en.json', import.meta.url);
const elements = textsOf(JSON.parse(readFileSync(file, 'utf8')) as Texts).flatMap((text) => elementsOf(parse(text)));
const namesOf = (...types: readonly number[]): ReadonlySet<string> =>
  new Set(elements.filter(({ type }) => types.includes(type)).flatMap((one) => ('value' in one ? [one.value] : [])));

describe('the values of texts', () => {
  it('are each known to be ours, or isolated', () => {
    const shown = namesOf(TYPE.argument);
    expect([...shown].filter((name) => ours.has(name) === othersValues.has(name))).toEqual([]);
    expect([...othersValues].filter((name) => !shown.has(name))).toEqual([]);
  });

  it('choose between texts only where they are ours', () => {
    expect([...namesOf(TYPE.select, TYPE.plural)].filter((name) => othersValues.has(name))).toEqual([]);
  });
});

describe('isolated', () => {
  it('keeps a name apart from the direction of the words around it', () => {
    expect(isolated('محمد')).toBe('\u2068محمد\u2069');
  });

  it('leaves out of a name what would end its isolation', () => {
    expect(isolated('a\u2069\u202Eb')).toBe('\u2068ab\u2069');
    expect(isolated(isolated('a'))).toBe('\u2068a\u2069');
  });
});

describe('withIsolation', () => {
  it('isolates texts of others, and nothing else', () => {
    const element = { type: 'bdi' };
    expect(withIsolation({ name: 'a', time: '12:00', who: element, id: undefined })).toEqual({
      name: '\u2068a\u2069',
      time: '12:00',
      who: element,
      id: undefined,
    });
  });
});
