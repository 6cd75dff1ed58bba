/** The languages of the console. One without a file here is not offered until it has one. */
export const languages = [
  { code: 'en', name: 'English', direction: 'ltr' },
  { code: 'es', name: 'Español', direction: 'ltr' },
  { code: 'th', name: 'ไทย', direction: 'ltr' },
  { code: 'vi', name: 'Tiếng Việt', direction: 'ltr' },
  { code: 'id', name: 'Bahasa Indonesia', direction: 'ltr' },
  { code: 'zh', name: '简体中文', direction: 'ltr' },
  { code: 'ar', name: 'العربية', direction: 'rtl' },
] as const;

export type Language = (typeof languages)[number]['code'];

/**
 * The first that the person reads and the console speaks; English without one.
 *
 * @param preferred as browsers list it: `es-MX`.
 * @param spoken those that have a file.
 */
export function languageFor(preferred: readonly string[], spoken: readonly Language[]): Language {
  return (
    (preferred.map((tag) => tag.split('-')[0]).find((code) => spoken.some((one) => one === code)) as Language) ?? 'en'
  );
}

export function directionOf(language: Language): 'ltr' | 'rtl' {
  return languages.find(({ code }) => code === language)?.direction ?? 'ltr';
}

/** How dates and numbers are written: as the reader's own region does, where they read the language: `en-GB`. */
export function localeFor(language: Language, preferred: readonly string[]): string {
  return preferred.find((tag) => tag.split('-')[0] === language) ?? language;
}
