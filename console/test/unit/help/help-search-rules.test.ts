import { expect, it } from 'vitest';
import { sectionsWith } from '../../../src/help/help-search-rules.ts';

const sections = [
  { anchor: 'a', title: 'Waivers', paragraphs: ['A waiver is granted.', 'It costs no penalty.'] },
  { anchor: 'b', title: 'Límites', paragraphs: ['At most 100 buyers.'] },
];
const found = (asked: string) => sectionsWith(sections, asked).map(({ anchor }) => anchor);

it.each([
  ['', ['a', 'b']],
  ['penalty WAIVER', ['a']],
  ['limites', ['b']],
  ['“Penalty?” — granted!', ['a']],
  ['does a penalty follow', ['a']],
  ['buyers without waivers', ['a']],
  ['waivers for 100 buyers', ['a', 'b']],
  ['zebra', []],
  ['?', []],
])('finds for "%s" the sections with all its words, or the nearest', (asked, anchors) =>
  expect(found(asked)).toEqual(anchors));
