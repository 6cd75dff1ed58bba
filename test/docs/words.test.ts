import { describe, expect, it } from 'vitest';
import { documents } from './documents.ts';

/** Words that people once had to learn here, with what is said in their place. Examples of code and pictures may have them. */
const retired: readonly (readonly [RegExp, string])[] = [
  [/\bwho(ever|m|mever)\b/i, '"everybody who", or another sentence'],
  [/\b(anew|hitherto|thereof|therein|whereupon|henceforth)\b/i, '"again", "until now", …'],
  [/\b(told|tells|tell|telling) of\b/i, '"reported", "says that"'],
  [/(?<!\bdead[ -])\bletters?\b/i, 'dead letter'],
  [/\bthe doors?\b|\bAWS door\b/i, 'the AWS endpoint'],
  [/\b(suspects?|leaning|twins?|nudge[sd]?|bury|buried|bears?)\b/i, 'the words of docs/glossary.md'],
  [/\bmeters?\b/i, 'metrics'],
];

describe.each(documents.map((document) => [document.path, document.prose] as const))('%s', (_path, prose) => {
  it('uses words that everybody knows', () => {
    const found = retired.flatMap(([word, instead]) => {
      const line = prose.split('\n').find((one) => word.test(one));
      return line === undefined ? [] : [`${word.exec(line)?.[0]} (rather: ${instead}) in: ${line.slice(0, 160)}`];
    });
    expect(found).toEqual([]);
  });
});

it.each([
  'Whoever reads it',
  'the buyer whom they block',
  'it is asked anew',
  'what is told of late',
  'two letters wait',
  'behind the door',
])('finds the retired word in "%s"', (text) => {
  expect(retired.some(([word]) => word.test(text))).toBe(true);
});

it.each(['Dead letters wait.', 'a dead-letter queue'])('has nothing to say about "%s"', (text) => {
  expect(retired.some(([word]) => word.test(text))).toBe(false);
});
