import { useSyncExternalStore } from 'react';

export const themes = ['system', 'light', 'dark'] as const;
export type Theme = (typeof themes)[number];

const remembered = 'ssc.theme';
const listeners = new Set<() => void>();

const current = (): Theme => themes.find((one) => one === localStorage.getItem(remembered)) ?? 'system';

/** Before anything is drawn. The tokens do the rest: see tokens.css. */
export function startTheme(): void {
  document.documentElement.dataset['theme'] = current();
}

export function chooseTheme(theme: Theme): void {
  localStorage.setItem(remembered, theme);
  startTheme();
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export const useTheme = (): Theme => useSyncExternalStore(subscribe, current);
