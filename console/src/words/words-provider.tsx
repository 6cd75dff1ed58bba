import { createContext, Fragment, use, useCallback, useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import type { ReactNode } from 'react';
import { spokenLanguages, wordStore } from './browser-messages.ts';
import { directionOf, languageFor, localeFor } from './languages.ts';
import type { Language } from './languages.ts';
import { createTranslator } from './translator.ts';
import type { Translator } from './translator.ts';
import type { WordKey } from './word-keys.ts';

interface WordsContext extends Translator {
  readonly language: Language;
  /** For dates and numbers: the language as this reader's region writes it. */
  readonly locale: string;
  readonly chooseLanguage: (language: Language) => void;
}

const Context = createContext<WordsContext | undefined>(undefined);
const remembered = 'ssc.language';

function initialLanguage(): Language {
  const chosen = localStorage.getItem(remembered);
  return languageFor([...(chosen === null ? [] : [chosen]), ...navigator.languages], spokenLanguages);
}

const warn = (error: unknown): void => console.warn('Words did not load.', error);

/** Gives all below it the words of one language. They stand in English for the moment that another's file takes. */
export function WordsProvider({ children }: { readonly children: ReactNode }) {
  const [language, setLanguage] = useState(initialLanguage);
  const words = useSyncExternalStore(wordStore.subscribe, wordStore.current);

  useEffect(() => {
    document.documentElement.lang = language;
    document.documentElement.dir = directionOf(language);
    // What there is stays. The next choice, or the next visit, tries again.
    wordStore.choose(language).catch(warn);
  }, [language]);

  const chooseLanguage = useCallback((next: Language) => {
    localStorage.setItem(remembered, next);
    setLanguage(next);
  }, []);

  const value = useMemo(() => {
    const locale = localeFor(words.language, navigator.languages);
    const report = (problem: string): void => console.warn(problem);
    // A page waits for its words; where one did not, they come now.
    const lack = (key: string): string => {
      if (words.isWhole) return key;
      queueMicrotask(() => void wordStore.loadRest().catch(warn));
      return '';
    };
    return {
      ...createTranslator({ locale, messages: words.messages, fallback: words.fallback, report, lack }),
      language,
      locale: localeFor(language, navigator.languages),
      chooseLanguage,
    };
  }, [words, language, chooseLanguage]);
  return <Context value={value}>{children}</Context>;
}

/** `t('overview.title')` says a text; its keys and what it needs stand in `en.json`. */
export function useWords(): WordsContext {
  const context = use(Context);
  if (!context) throw new Error('There are words below a WordsProvider only.');
  return context;
}

interface WordsProps {
  readonly of: WordKey;
  /** What stands in the braces, elements among it; and how `<name>…</name>` is drawn. */
  readonly with: Readonly<Record<string, ReactNode | Date | ((inner: ReactNode[]) => ReactNode)>>;
}

/** A text with elements in it. */
export function Words({ of, with: values }: WordsProps) {
  const { parts } = useWords();
  return parts<ReactNode>(of, values).map((part, index) => <Fragment key={index}>{part}</Fragment>);
}
