import { Keyboard, LogOut, Settings, UserRound } from 'lucide-react';
import { useNavigate } from 'react-router';
import { useShortcuts } from '../../keyboard/keyboard-provider.tsx';
import { useSession, useSessionState } from '../../session/session-provider.tsx';
import { useShop } from '../../session/shop-provider.tsx';
import { Button } from '../../ui/button.tsx';
import { Menu } from '../../ui/menu.tsx';
import { useFormats } from '../../words/reader-provider.tsx';
import { useWords } from '../../words/words-provider.tsx';
import css from './top-bar.module.css';

/** Who is signed in, as what, and what concerns only them. */
export function PersonMenu({ isClosed }: { readonly isClosed: boolean }) {
  const { t } = useWords();
  const { list } = useFormats();
  const session = useSession();
  const state = useSessionState();
  const navigate = useNavigate();
  const { role, pathTo } = useShop();
  const person = ('person' in state && state.person) || t('app.person.unnamed');
  // What has keys is found without them, too.
  const keys = useShortcuts().find((shortcut) => shortcut.keys === '?');
  const settings = {
    id: 'settings',
    label: t('app.person.settings'),
    note: t(`app.role.${role}`),
    icon: Settings,
    onAction: () => void navigate(pathTo('settings')),
  };
  return (
    <Menu
      label={t('app.person.label')}
      trigger={
        <Button
          look="quiet"
          icon={UserRound}
          aria-label={`${t('app.person.label')}: ${list([person, t(`app.roleName.${role}`)], 'unit')}`}
        >
          <span className={css.person}>
            <bdi className={css.personName}>{person}</bdi>
            <span className={css.role}>{t(`app.roleName.${role}`)}</span>
          </span>
        </Button>
      }
      choices={[
        ...(isClosed ? [] : [settings]),
        ...(keys
          ? [{ id: 'keys', label: t('app.shortcuts.title'), icon: Keyboard, onAction: () => setTimeout(keys.run) }]
          : []),
        { id: 'sign-out', label: t('app.person.signOut'), icon: LogOut, onAction: () => void session.signOut() },
      ]}
    />
  );
}
