import { languages } from './languages.ts';
import type { Language } from './languages.ts';
import { joined } from './part-rules.ts';
import type { Messages } from './translator.ts';

// English is there from the beginning: it stands in where a language lacks a text.
const english = import.meta.glob<Messages>('./en.json', { eager: true, import: 'default', query: '?part=first' });
const first = import.meta.glob<Messages>(['./*.json', '!./en.json'], { import: 'default', query: '?part=first' });
const rest = import.meta.glob<Messages>('./*.json', { import: 'default', query: '?part=rest' });

/** Those with a file. */
export const spokenLanguages: readonly Language[] = languages
  .map(({ code }) => code)
  .filter((code) => code === 'en' || first[`./${code}.json`] !== undefined);

interface Words {
  readonly language: Language;
  readonly messages: Messages;
  /** English. */
  readonly fallback: Messages;
  readonly isWhole: boolean;
}

const beginning = english['./en.json'] ?? {};

/** The words of one language, as far as they are loaded. */
class WordStore {
  private words: Words = { language: 'en', messages: beginning, fallback: beginning, isWhole: false };
  private wanted: Language = 'en';
  private restIsWanted = false;
  private readonly listeners = new Set<() => void>();

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  readonly current = (): Words => this.words;

  /** Until its file has come, English is said. */
  async choose(language: Language): Promise<void> {
    this.wanted = language;
    await this.load();
  }

  /** @throws Error where a file does not load; the next attempt asks for it again. */
  async loadRest(): Promise<void> {
    this.restIsWanted = true;
    if (!this.words.isWhole) await this.load();
  }

  private async load(): Promise<void> {
    const { wanted: language, restIsWanted: isWhole } = this;
    const [own, ownRest, englishRest] = await Promise.all([
      language === 'en' ? beginning : first[`./${language}.json`]?.(),
      isWhole ? rest[`./${language}.json`]?.() : undefined,
      isWhole ? rest['./en.json']?.() : undefined,
    ]);
    // Something else was wanted meanwhile, and is on its way.
    if (language !== this.wanted || isWhole !== this.restIsWanted) return;
    this.words = {
      language,
      messages: joined(own ?? {}, ownRest ?? {}),
      fallback: joined(beginning, englishRest ?? {}),
      isWhole,
    };
    for (const listener of this.listeners) listener();
  }
}

export const wordStore = new WordStore();
