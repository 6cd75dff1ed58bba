import { useSyncExternalStore } from 'react';
import { useSessionState } from '../session/session-provider.tsx';

/**
 * Whether shortcuts of single characters are on for a person, in this browser. People who dictate to their computers turn them off:
 * each word would press some (WCAG 2.1.4).
 */
const nameFor = (person: string): string => `ssc.characterKeys.${person}`;
const listeners = new Set<() => void>();

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  // Another tab.
  window.addEventListener('storage', listener);
  return () => {
    listeners.delete(listener);
    window.removeEventListener('storage', listener);
  };
}

/** Whether they are on, and what turns them on and off. */
export function useCharacterKeys(): readonly [boolean, (isOn: boolean) => void] {
  const state = useSessionState();
  const remembered = nameFor('claims' in state ? state.claims.subject : '');
  const isOn = useSyncExternalStore(subscribe, () => localStorage.getItem(remembered) !== 'off');
  const turn = (on: boolean): void => {
    if (on) localStorage.removeItem(remembered);
    else localStorage.setItem(remembered, 'off');
    for (const listener of listeners) listener();
  };
  return [isOn, turn];
}
