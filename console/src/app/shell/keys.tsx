import css from './commands.module.css';

const signs: Readonly<Record<string, string>> = { ArrowDown: '↓', ArrowUp: '↑', Enter: '↵' };

/** Keys as they stand on the keyboard. */
export function Keys({ of }: { readonly of: string }) {
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
