import { describe, expect, it } from 'vitest';
import { directionOf, languageFor, localeFor } from '../../../src/words/languages.ts';

describe('languageFor', () => {
  it.each([
    [['th-TH', 'en'], 'th'],
    [['fr', 'es-MX'], 'es'],
    [['fr'], 'en'],
    [['ar-EG'], 'en'],
    [[], 'en'],
  ])('speaks to a reader of %j in %s', (preferred, language) => {
    expect(languageFor(preferred, ['en', 'es', 'th'])).toBe(language);
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
