import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import type { Language } from '../../../console/src/words/languages.ts';

interface Titled {
  readonly title: string;
}

export type TitledGroup =
  | 'overview'
  | 'alerts'
  | 'blockList'
  | 'blocking'
  | 'exemptions'
  | 'waivers'
  | 'activity'
  | 'help'
  | 'settings';

type PageWords = Readonly<Record<TitledGroup, Titled>> & { readonly ui: { readonly loading: string } };

/** The texts of a language, as its file has them. */
export function wordsOf(language: Language): PageWords {
  const file = new URL(`../../../console/src/words/${language}.json`, import.meta.url);
  return JSON.parse(readFileSync(file, 'utf8')) as PageWords;
}

/** Waits until a page stands there in a language, with all that it loads. */
export async function untilRead(page: Page, words: PageWords, group: TitledGroup): Promise<void> {
  const main = page.getByRole('main');
  await main.getByRole('heading', { level: 1, name: words[group].title, exact: true }).waitFor();
  await main.getByText(words.ui.loading, { exact: true }).first().waitFor({ state: 'detached' });
}
