import { createContext, use, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { ReactNode } from 'react';
import { useCharacterKeys } from './use-character-keys.ts';
import { isOfCharacters, matchPress, sequenceMilliseconds } from './shortcut-rules.ts';
import type { Press, Shortcut } from './shortcut-rules.ts';

interface Keyboard {
  readonly shortcuts: readonly Shortcut[];
  readonly add: (shortcut: Shortcut) => () => void;
}

const Context = createContext<Keyboard>({ shortcuts: [], add: () => () => {} });

function pressOf(event: KeyboardEvent): Press {
  const target = event.target instanceof HTMLElement ? event.target : undefined;
  return {
    key: event.key,
    mod: event.ctrlKey || event.metaKey,
    alt: event.altKey,
    isTyping: target?.matches('input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable]') ?? false,
  };
}

/** Listens for the shortcuts of all that is on the page. */
export function KeyboardProvider({ children }: { readonly children: ReactNode }) {
  const [shortcuts, setShortcuts] = useState<readonly Shortcut[]>([]);
  const pending = useRef({ keys: '', at: 0 });
  const [hasCharacters] = useCharacterKeys();

  const add = useCallback((shortcut: Shortcut) => {
    setShortcuts((all) => [...all, shortcut]);
    return () => setShortcuts((all) => all.filter((one) => one !== shortcut));
  }, []);

  useEffect(() => {
    const heard = hasCharacters ? shortcuts : shortcuts.filter((shortcut) => !isOfCharacters(shortcut));
    const listen = (event: KeyboardEvent): void => {
      if (event.defaultPrevented) return;
      const before = event.timeStamp - pending.current.at < sequenceMilliseconds ? pending.current.keys : '';
      const matched = matchPress(heard, before, pressOf(event));
      pending.current = { keys: matched.pending, at: event.timeStamp };
      if (!matched.shortcut || (event.repeat && !matched.shortcut.repeats)) return;
      event.preventDefault();
      matched.shortcut.run();
    };
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, [shortcuts, hasCharacters]);

  const value = useMemo(() => ({ shortcuts, add }), [shortcuts, add]);
  return <Context value={value}>{children}</Context>;
}

/** All that can be done now by a key, whether or not those of characters are on: for the list behind `?` and the command palette. */
export const useShortcuts = (): readonly Shortcut[] => use(Context).shortcuts;

/** While this is on the page, these keys do this. Without `isOn` they do nothing, and stand in no list. */
export function useShortcut({ keys, label, group, repeats = false, run, when }: Shortcut, isOn = true): void {
  const { add } = use(Context);
  const latest = useRef({ run, when });
  useEffect(() => {
    latest.current = { run, when };
  });
  useEffect(() => {
    if (!isOn) return undefined;
    const now = { run: () => latest.current.run(), when: () => latest.current.when?.() !== false };
    return add({ keys, label, group, repeats, ...now });
  }, [add, keys, label, group, repeats, isOn]);
}
