import { useShortcuts } from '../../keyboard/keyboard-provider.tsx';
import css from './commands.module.css';
import { Keys } from './keys.tsx';

/** All that can be pressed, in groups. */
export function ShortcutList() {
  const groups = Map.groupBy(useShortcuts(), ({ group }) => group);
  return [...groups].map(([group, shortcuts]) => (
    <section key={group}>
      <h3 className={css.group}>{group}</h3>
      <ul>
        {shortcuts.map(({ keys, label }) => (
          <li key={keys} className={css.row}>
            {label}
            <Keys of={keys} />
          </li>
        ))}
      </ul>
    </section>
  ));
}
