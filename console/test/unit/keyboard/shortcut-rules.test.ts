import { describe, expect, it } from 'vitest';
import { isOfCharacters, matchPress } from '../../../src/keyboard/shortcut-rules.ts';

const shortcut = (keys: string, label = keys) => ({ keys, label, group: 'g', run: () => {} });
const shortcuts = [shortcut('g a'), shortcut('?'), shortcut('Mod+k'), shortcut('a', 'page'), shortcut('a', 'dialog')];
const press = (key: string, more: object = {}) => ({ key, mod: false, alt: false, isTyping: false, ...more });

/** The label of what these keys lead to. */
function run(...presses: readonly ReturnType<typeof press>[]): string | undefined {
  let pending = '';
  let label: string | undefined;
  for (const one of presses) {
    const matched = matchPress(shortcuts, pending, one);
    pending = matched.pending;
    label = matched.shortcut?.label;
  }
  return label;
}

describe('matchPress', () => {
  it('knows single keys, sequences, and keys with Ctrl or Command', () => {
    expect(run(press('?'))).toBe('?');
    expect(run(press('g'), press('a'))).toBe('g a');
    expect(run(press('K', { mod: true }))).toBe('Mod+k');
  });

  it('lets what came last to the page answer first', () => {
    expect(run(press('a'))).toBe('dialog');
  });

  it('begins again after a key that leads nowhere', () => {
    expect(run(press('g'), press('x'), press('?'))).toBe('?');
    expect(run(press('g'), press('?'))).toBe('?');
  });

  it('leaves letters to the field that one writes into', () => {
    expect(run(press('?', { isTyping: true }))).toBeUndefined();
    expect(run(press('k', { isTyping: true, mod: true }))).toBe('Mod+k');
  });

  it('leaves a key to the browser when it is not the moment for it', () => {
    const onRow = (isOnRow: boolean) => [{ ...shortcut('Enter'), when: () => isOnRow }];
    expect(matchPress(onRow(true), '', press('Enter')).shortcut?.label).toBe('Enter');
    expect(matchPress(onRow(false), '', press('Enter'))).toEqual({ pending: '' });
  });

  it('leaves keys with Alt to the browser and to scripts of other languages', () => {
    expect(run(press('?', { alt: true }))).toBeUndefined();
  });
});

describe('isOfCharacters', () => {
  it('holds where a letter or a sign alone is pressed, and for no key with Ctrl or without a character', () => {
    expect(['?', 'c', 'g a'].filter((keys) => !isOfCharacters({ keys }))).toEqual([]);
    expect(['Mod+k', 'Enter', 'ArrowDown'].filter((keys) => isOfCharacters({ keys }))).toEqual([]);
  });
});
