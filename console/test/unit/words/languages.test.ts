import { describe, expect, it } from 'vitest';
import { directionOf, isLanguage, languageFor, localeFor } from '../../../src/words/languages.ts';

describe('languageFor', () => {
  it.each([
    [['th-TH', 'en'], 'th'],
    [['fr', 'es-MX'], 'es'],
    [['fr'], 'en'],
    [[], 'en'],
  ])('speaks to a reader of %j in %s', (preferred, language) => {
    expect(languageFor(preferred)).toBe(language);
  });
});

describe('localeFor', () => {
  it('writes dates as the reader’s own region does', () => {
    expect(localeFor('en', ['fr', 'en-GB', 'en-US'])).toBe('en-GB');
  });

  it('writes them as the language does where the reader has no region', () => {
    expect(localeFor('th', ['en-GB'])).toBe('th');
  });
});

it('reads Arabic from the right', () => {
  expect(directionOf('ar')).toBe('rtl');
  expect(directionOf('en')).toBe('ltr');
});

it('knows its languages', () => {
  expect(isLanguage('vi')).toBe(true);
  expect(isLanguage('xx')).toBe(false);
});
