import { describe, expect, it } from 'vitest';
import { compileTexts } from '../../compiled-words.ts';
import { createTranslator } from '../../src/words/translator.ts';
import type { WordKey } from '../../src/words/word-keys.ts';

const texts = { app: { skip: 'Skip', quoted: "'{'shop'}'", count: '{count, plural, one {# alert} other {# alerts}}' } };

describe('compileTexts', () => {
  it('leaves a plain text as it is read', () => {
    expect(compileTexts(texts)).toMatchObject({ app: { skip: 'Skip', quoted: '{shop}' } });
  });

  it('says the same as the text itself', () => {
    const { t } = createTranslator({ locale: 'en', messages: compileTexts(texts), fallback: {}, report: () => {} });
    expect(t('app.count' as WordKey, { count: 1 })).toBe('1 alert');
    expect(t('app.count' as WordKey, { count: 2 })).toBe('2 alerts');
  });

  it('is shown as far as it needs no value where one is missing', () => {
    const problems: string[] = [];
    const { t } = createTranslator({
      locale: 'en',
      messages: compileTexts({ app: { shop: 'Shop {shopId}' } }),
      fallback: {},
      report: (one) => problems.push(one),
    });
    expect(t('app.shop' as WordKey)).toBe('Shop …');
    expect(problems).toHaveLength(1);
  });

  it('refuses what is no ICU syntax, so that the build does', () => {
    expect(() => compileTexts({ app: { broken: 'Shop {shopId' } })).toThrow();
  });
});
