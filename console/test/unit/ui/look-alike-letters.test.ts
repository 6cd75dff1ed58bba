import { expect, it } from 'vitest';
import { lookAlikeLetters } from '../../../src/ui/look-alike-letters.ts';

const entries = Object.entries(lookAlikeLetters).flatMap(([ascii, others]) =>
  [...others].map((other) => [ascii, other] as const),
);

it('names one look-alike once, of one letter or digit of ASCII', () => {
  expect(new Set(entries.map(([, other]) => other)).size).toBe(entries.length);
  expect(entries.filter(([ascii]) => !/^[A-Za-z0-9]$/.test(ascii))).toEqual([]);
});

it('holds single letters and digits beyond Latin-1 that normalisation leaves as they are', () => {
  const others = entries.map(([, other]) => other);
  expect(
    others.filter(
      (one) => !/^[\p{L}\p{N}]$/u.test(one) || (one.codePointAt(0) ?? 0) < 0x100 || one.normalize('NFKD') !== one,
    ),
  ).toEqual([]);
});

it.each([
  ['a', 'а', 'Cyrillic'],
  ['o', 'ο', 'Greek'],
  ['S', 'Ꮪ', 'Cherokee'],
  ['o', 'օ', 'Armenian'],
  ['P', 'ᑭ', 'Canadian syllabics'],
])('knows what looks like %s: %s (%s)', (ascii, other) => expect(lookAlikeLetters[ascii]).toContain(other));
