import { useState } from 'react';
import { Autocomplete, Input, Menu, MenuItem, SearchField, useFilter } from 'react-aria-components';
import { useNavigate } from 'react-router';
import { useShortcut, useShortcuts } from '../../keyboard/keyboard-provider.tsx';
import type { Shortcut } from '../../keyboard/shortcut-rules.ts';
import { useShop } from '../../session/shop-provider.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { useWords } from '../../words/words-provider.tsx';
import css from './commands.module.css';
import { pages } from './pages.ts';

/** The keys that hold everywhere, their list, and the palette in which all that can be pressed can be found by its name. */
export function Commands() {
  const { t } = useWords();
  const [open, setOpen] = useState<'palette' | 'list'>();
  const group = t('app.shortcuts.groups.general');
  useShortcut({ keys: '?', label: t('app.shortcuts.show'), group, run: () => setOpen('list') });
  useShortcut({ keys: 'Mod+k', label: t('app.shortcuts.palette'), group, run: () => setOpen('palette') });
  const close = (): void => setOpen(undefined);
  return (
    <>
      {pages.map((page) => (
        <PageShortcut key={page.path} page={page} />
      ))}
      <Dialog title={t('app.palette.title')} isOpen={open === 'palette'} onClose={close}>
        <Palette onDone={close} />
      </Dialog>
      <Dialog title={t('app.shortcuts.title')} isOpen={open === 'list'} onClose={close} size="small">
        <ShortcutList />
      </Dialog>
    </>
  );
}

function PageShortcut({ page }: { readonly page: (typeof pages)[number] }) {
  const { t } = useWords();
  const { pathTo } = useShop();
  const navigate = useNavigate();
  useShortcut({
    keys: `g ${page.key}`,
    label: t('app.shortcuts.goTo', { page: t(page.label) }),
    group: t('app.shortcuts.groups.pages'),
    run: () => void navigate(pathTo(page.path)),
  });
  return undefined;
}

function Palette({ onDone }: { readonly onDone: () => void }) {
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

function ShortcutList() {
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

function Keys({ of }: { readonly of: string }) {
  const mod = navigator.userAgent.includes('Mac') ? '⌘' : 'Ctrl';
  return (
    <span className={css.keys}>
      {of
        .split(' ')
        .flatMap((press) => press.replace('Mod', mod).split('+'))
        .map((key, index) => (
          <kbd key={index} className={css.key}>
            {key.length === 1 ? key.toUpperCase() : key}
          </kbd>
        ))}
    </span>
  );
}
