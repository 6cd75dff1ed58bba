/** Which keys mean what. Pure: a key is a text, as `KeyboardEvent.key` says it, with `Mod+` for Ctrl or Command. */

export interface Shortcut {
  /** One key, or some after each other: `g a`, `?`, `Mod+k`. */
  readonly keys: string;
  readonly label: string;
  /** What it belongs to, in the list of all. */
  readonly group: string;
  /** It does the same again while the key is held down. */
  readonly repeats?: boolean;
  /** Asked at each press: when it says no, the key is left to the browser. It stands in the list all the same. */
  readonly when?: () => boolean;
  readonly run: () => void;
}

export interface Press {
  readonly key: string;
  readonly mod: boolean;
  readonly alt: boolean;
  /** The focus is where one writes. */
  readonly isTyping: boolean;
}

/** So long may a second key take. */
export const sequenceMilliseconds = 1200;

export function nameOfPress({ key, mod }: Press): string {
  const plain = key.length === 1 && !/[A-Z]/.test(key) ? key : key.length === 1 ? key.toLowerCase() : key;
  return mod ? `Mod+${plain}` : plain;
}

/** Whether it is pressed by a letter, a digit or a sign alone: not `Mod+k`, and no key that writes nothing. */
export function isOfCharacters({ keys }: Pick<Shortcut, 'keys'>): boolean {
  return keys.split(' ').some((press) => press.length === 1);
}

export interface Matched {
  readonly shortcut?: Shortcut;
  /** What was pressed so far and can still become a shortcut. */
  readonly pending: string;
}

/** @param pending of the press before; empty after a pause. */
export function matchPress(shortcuts: readonly Shortcut[], pending: string, press: Press): Matched {
  // Where one writes, letters are letters; with Ctrl or Command they are not.
  if (press.alt || (press.isTyping && !press.mod)) return { pending: '' };
  const name = nameOfPress(press);
  const attempts = pending === '' ? [name] : [`${pending} ${name}`, name];
  for (const pressed of attempts) {
    // What was registered last is nearest to the person: a dialog, before its page.
    const shortcut = shortcuts.findLast(({ keys, when }) => keys === pressed && when?.() !== false);
    if (shortcut) return { shortcut, pending: '' };
    if (shortcuts.some(({ keys }) => keys.startsWith(`${pressed} `))) return { pending: pressed };
  }
  return { pending: '' };
}
