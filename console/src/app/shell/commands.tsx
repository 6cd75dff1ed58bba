import { lazy, Suspense, useState } from 'react';
import { useNavigate } from 'react-router';
import { useShortcut } from '../../keyboard/keyboard-provider.tsx';
import { useShop } from '../../session/shop-provider.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { useWords } from '../../words/words-provider.tsx';
import { pages } from './pages.ts';

// Neither is part of the first page.
const Palette = lazy(async () => ({ default: (await import('./palette.tsx')).Palette }));
const ShortcutList = lazy(async () => ({ default: (await import('./shortcut-list.tsx')).ShortcutList }));

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
        <Suspense>
          <Palette onDone={close} />
        </Suspense>
      </Dialog>
      <Dialog title={t('app.shortcuts.title')} isOpen={open === 'list'} onClose={close} size="small">
        <Suspense>
          <ShortcutList onLeave={close} />
        </Suspense>
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
