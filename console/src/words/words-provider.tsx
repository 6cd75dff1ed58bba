import { createContext, Fragment, use, useCallback, useEffect, useMemo, useState } from 'react';
import type { ReactNode } from 'react';
import { english, loadMessages, spokenLanguages } from './browser-messages.ts';
import { directionOf, languageFor, localeFor } from './languages.ts';
import type { Language } from './languages.ts';
import { createTranslator } from './translator.ts';
import type { Messages, Translator } from './translator.ts';
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

/** Gives all below it the words of one language. They stand in English for the moment that another's file takes. */
export function WordsProvider({ children }: { readonly children: ReactNode }) {
  const [language, setLanguage] = useState(initialLanguage);
  const [loaded, setLoaded] = useState<{ language: Language; messages: Messages }>({
    language: 'en',
    messages: english,
  });

  useEffect(() => {
    let isWanted = true;
    document.documentElement.lang = language;
    document.documentElement.dir = directionOf(language);
    loadMessages(language)
      .then((messages) => isWanted && setLoaded({ language, messages }))
      // English stays. The next choice, or the next visit, tries again.
      .catch((error: unknown) => console.warn('The words of this language did not load.', error));
    return () => {
      isWanted = false;
    };
  }, [language]);

  const chooseLanguage = useCallback((next: Language) => {
    localStorage.setItem(remembered, next);
    setLanguage(next);
  }, []);

  const value = useMemo(() => {
    const report = (problem: string): void => console.warn(problem);
    return {
      ...createTranslator(localeFor(loaded.language, navigator.languages), loaded.messages, english, report),
      language,
      locale: localeFor(language, navigator.languages),
      chooseLanguage,
    };
  }, [loaded, language, chooseLanguage]);
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
