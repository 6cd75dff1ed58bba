import { Autocomplete, Input, Menu, MenuItem, SearchField, useFilter } from 'react-aria-components';
import { useShortcuts } from '../../keyboard/keyboard-provider.tsx';
import type { Shortcut } from '../../keyboard/shortcut-rules.ts';
import { useWords } from '../../words/words-provider.tsx';
import css from './commands.module.css';
import { Keys } from './keys.tsx';

/** All that can be pressed, found by its name. */
export function Palette({ onDone }: { readonly onDone: () => void }) {
  const { t } = useWords();
  const { contains } = useFilter({ sensitivity: 'base' });
  const shortcuts = useShortcuts().filter(({ keys }) => keys !== 'Mod+k');
  const run = (shortcut: Shortcut) => () => {
    onDone();
    // The dialog gives the focus back first.
    setTimeout(shortcut.run);
  };
  return (
    <Autocomplete filter={contains}>
      <SearchField aria-label={t('app.palette.label')} autoFocus>
        <Input className={css.input} placeholder={t('app.palette.label')} />
      </SearchField>
      <Menu className={css.menu} aria-label={t('app.palette.title')} renderEmptyState={() => t('app.palette.none')}>
        {shortcuts.map((shortcut) => (
          <MenuItem
            key={shortcut.keys}
            id={shortcut.keys}
            className={css.item}
            textValue={shortcut.label}
            onAction={run(shortcut)}
          >
            {shortcut.label}
            <Keys of={shortcut.keys} />
          </MenuItem>
        ))}
      </Menu>
    </Autocomplete>
  );
}
