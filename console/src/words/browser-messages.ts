import en from './en.json';
import type { Language } from './languages.ts';
import type { Messages } from './translator.ts';

export const english: Messages = en;

/** One file a language, each loaded when it is first wanted. */
const files = import.meta.glob<Messages>(['./*.json', '!./en.json'], { import: 'default' });

export async function loadMessages(language: Language): Promise<Messages> {
  if (language === 'en') return english;
  return (await files[`./${language}.json`]?.()) ?? {};
}
