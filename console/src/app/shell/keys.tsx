import { useCharacterKeys } from '../../keyboard/use-character-keys.ts';
import { isOfCharacters } from '../../keyboard/shortcut-rules.ts';
import css from './commands.module.css';

const signs: Readonly<Record<string, string>> = { ArrowDown: '↓', ArrowUp: '↑', Enter: '↵' };

/** Keys as they stand on the keyboard; nothing where they are turned off. */
export function Keys({ of }: { readonly of: string }) {
  const [hasCharacters] = useCharacterKeys();
  if (!hasCharacters && isOfCharacters({ keys: of })) return undefined;
  const mod = navigator.userAgent.includes('Mac') ? '⌘' : 'Ctrl';
  return (
    <span className={css.keys}>
      {of
        .split(' ')
        .flatMap((press) => press.replace('Mod', mod).split('+'))
        .map((key, index) => (
          <kbd key={index} className={css.key}>
            {signs[key] ?? (key.length === 1 ? key.toUpperCase() : key)}
          </kbd>
        ))}
    </span>
  );
}
