import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { firstWords, joined, partOf } from '../../../src/words/part-rules.ts';
import type { Messages } from '../../../src/words/translator.ts';
import { textAt } from '../../../src/words/translator.ts';

const english = JSON.parse(readFileSync(new URL('../../../src/words/en.json', import.meta.url), 'utf8')) as Messages;

describe('partOf', () => {
  it('gives two parts that are all words together', () => {
    const parts = [partOf(english, 'first'), partOf(english, 'rest')] as readonly Messages[];
    expect(joined(parts[0] ?? {}, parts[1] ?? {})).toEqual(english);
  });

  it('keeps a group apart of which the first page needs a part', () => {
    expect(textAt(partOf(english, 'first') as Messages, 'alerts.kind.risk_refund')).toBe('Risk Refund');
    expect(textAt(partOf(english, 'first') as Messages, 'alerts.title')).toBeUndefined();
    expect(textAt(partOf(english, 'rest') as Messages, 'alerts.title')).toBe('Alerts');
  });

  it('knows every word that it calls first', () => {
    const missing = firstWords.filter(
      (path) => !path.split('.').reduce<unknown>((at, name) => (at as Messages | undefined)?.[name], english),
    );
    expect(missing).toEqual([]);
  });
});

describe('joined', () => {
  it('joins groups, and takes texts in parts as texts', () => {
    const parts = [{ type: 0, value: 'x' }] as unknown as Messages[string];
    expect(joined({ a: { b: '1', c: parts } }, { a: { d: '2' }, e: '3' })).toEqual({
      a: { b: '1', c: parts, d: '2' },
      e: '3',
    });
  });
});
