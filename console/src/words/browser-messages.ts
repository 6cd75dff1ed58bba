import en from './en.json';
import { languages } from './languages.ts';
import type { Language } from './languages.ts';
import type { Messages } from './translator.ts';

export const english: Messages = en;

/** One file a language, each loaded when it is first wanted. */
const files = import.meta.glob<Messages>(['./*.json', '!./en.json'], { import: 'default' });

/** Those with a file. */
export const spokenLanguages: readonly Language[] = languages
  .map(({ code }) => code)
  .filter((code) => code === 'en' || files[`./${code}.json`] !== undefined);

export async function loadMessages(language: Language): Promise<Messages> {
  if (language === 'en') return english;
  return (await files[`./${language}.json`]?.()) ?? {};
}
