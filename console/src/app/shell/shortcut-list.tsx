import { useCharacterKeys } from '../../keyboard/use-character-keys.ts';
import { useShortcuts } from '../../keyboard/keyboard-provider.tsx';
import { isOfCharacters } from '../../keyboard/shortcut-rules.ts';
import { useShop } from '../../session/shop-provider.tsx';
import { Link } from '../../ui/link.tsx';
import { useWords } from '../../words/words-provider.tsx';
import css from './commands.module.css';
import { Keys } from './keys.tsx';

/** All that can be pressed, in groups; and where single characters are turned on and off. */
export function ShortcutList({ onLeave }: { readonly onLeave: () => void }) {
  const { t } = useWords();
  const { pathTo } = useShop();
  const [hasCharacters] = useCharacterKeys();
  const heard = useShortcuts().filter((shortcut) => hasCharacters || !isOfCharacters(shortcut));
  return (
    <>
      <p className={css.about}>
        {t(hasCharacters ? 'app.shortcuts.characters' : 'app.shortcuts.noCharacters')}{' '}
        <Link href={pathTo('settings')} look="inline" onPress={onLeave}>
          {t(hasCharacters ? 'app.shortcuts.turnOff' : 'app.shortcuts.turnOn')}
        </Link>
      </p>
      {[...Map.groupBy(heard, ({ group }) => group)].map(([group, shortcuts]) => (
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
      ))}
    </>
  );
}
