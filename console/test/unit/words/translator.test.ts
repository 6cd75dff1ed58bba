import { describe, expect, it } from 'vitest';
import { createTranslator, textAt } from '../../../src/words/translator.ts';
import type { WordKey } from '../../../src/words/word-keys.ts';

const english = {
  app: { openAlerts: '{count, plural, one {# alert} other {# alerts}}', skip: 'Skip', name: '<b>SSC</b>' },
};
const key = (name: string) => `app.${name}` as WordKey;

function translator(messages = {}) {
  const problems: string[] = [];
  return {
    ...createTranslator({ locale: 'es', messages, fallback: english, report: (problem) => problems.push(problem) }),
    problems,
  };
}

describe('t', () => {
  it('says a text of the language, and what it lacks in English', () => {
    const { t } = translator({ app: { skip: 'Saltar' } });
    expect(t(key('skip'))).toBe('Saltar');
    expect(t(key('openAlerts'), { count: 1 })).toBe('1 alert');
  });

  it('shows the text as it stands where a value is missing, and reports it', () => {
    const { t, problems } = translator();
    expect(t(key('openAlerts'))).toBe(english.app.openAlerts);
    expect(problems).toHaveLength(1);
  });
});

describe('parts', () => {
  it('draws elements around parts of a text', () => {
    const { parts } = translator();
    expect(parts<object>(key('name'), { b: (inner: readonly unknown[]) => ({ inner }) })).toEqual([{ inner: ['SSC'] }]);
  });
});

it('finds no text under a name that every object has', () => {
  expect(textAt(english, 'app.constructor')).toBeUndefined();
});
