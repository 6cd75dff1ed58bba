import { ChevronsUpDown, MonitorCog, Moon, Search, Sun } from 'lucide-react';
import { useRef } from 'react';
import type { FormEvent } from 'react';
import { useNavigate } from 'react-router';
import { useCharacterKeys } from '../../keyboard/use-character-keys.ts';
import { useShortcut } from '../../keyboard/keyboard-provider.tsx';
import { useSessionState } from '../../session/session-provider.tsx';
import { useShop } from '../../session/shop-provider.tsx';
import { Button } from '../../ui/button.tsx';
import { Menu } from '../../ui/menu.tsx';
import { useWidth } from '../../ui/use-width.ts';
import { useWords } from '../../words/words-provider.tsx';
import { chooseTheme, themes, useTheme } from '../../ui/use-theme.ts';
import { ConnectionState } from './connection-state.tsx';
import { PersonMenu } from './person-menu.tsx';
import css from './top-bar.module.css';

export function TopBar({ isClosed }: { readonly isClosed: boolean }) {
  return (
    <div className={css.bar}>
      <ShopSwitcher />
      {isClosed ? <span className={css.space} /> : <BuyerSearch />}
      {!isClosed && <ConnectionState />}
      <ThemeMenu />
      <PersonMenu isClosed={isClosed} />
    </div>
  );
}

function ShopSwitcher() {
  const { t } = useWords();
  const { shopId } = useShop();
  const state = useSessionState();
  const navigate = useNavigate();
  const shops = 'claims' in state ? state.claims.shops : [];
  const label = t('app.shop', { shopId });
  if (shops.length < 2) return <span className={css.shop}>{label}</span>;
  return (
    <Menu
      label={t('app.shops')}
      chosen={shopId}
      trigger={
        <Button look="quiet" aria-label={`${t('app.shops')}: ${label}`}>
          <span className={css.shop}>{label}</span>
          <ChevronsUpDown size={14} aria-hidden />
        </Button>
      }
      choices={shops.map((one) => ({
        id: one.shopId,
        label: t('app.shop', { shopId: one.shopId }),
        note: t(`app.roleName.${one.role}`),
        onAction: () => void navigate(`/shops/${one.shopId}`),
      }))}
    />
  );
}

/** Narrower than this, in pixels, the placeholder would be cut off. */
const roomForPlaceholder = 300;

/** By exact username or order ID: the page of buyers goes on to the one that is meant, or says why there is none. */
function BuyerSearch() {
  const { t } = useWords();
  const { pathTo } = useShop();
  const navigate = useNavigate();
  const [hasCharacters] = useCharacterKeys();
  const form = useRef<HTMLFormElement>(null);
  const width = useWidth(form, 400);
  const input = useRef<HTMLInputElement>(null);
  const run = (): void => input.current?.focus();
  useShortcut({ keys: '/', label: t('app.shortcuts.search'), group: t('app.shortcuts.groups.general'), run });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const find = input.current?.value ?? '';
    if (find.trim() === '') return;
    // The page shows what was looked for; here the next one can be typed.
    if (input.current) input.current.value = '';
    void navigate(`${pathTo('buyers')}?${new URLSearchParams({ find }).toString()}`);
  };
  return (
    <search className={css.search}>
      <form className={css.form} onSubmit={submit} ref={form}>
        <Search size={16} aria-hidden className={css.glass} />
        {/* Usernames are matched to the letter: nothing may correct what is typed. */}
        <input
          ref={input}
          className={css.input}
          type="search"
          aria-label={t('app.search.label')}
          placeholder={t(width < roomForPlaceholder ? 'app.shortcuts.search' : 'app.search.placeholder')}
          dir="auto"
          autoCapitalize="none"
          autoComplete="off"
          autoCorrect="off"
          spellCheck={false}
          enterKeyHint="search"
        />
        {hasCharacters && (
          <kbd className={css.key} aria-hidden>
            /
          </kbd>
        )}
      </form>
    </search>
  );
}

const themeIcons = { system: MonitorCog, light: Sun, dark: Moon };

function ThemeMenu() {
  const { t } = useWords();
  const theme = useTheme();
  return (
    <span className={css.wide}>
      <Menu
        label={t('app.theme.label')}
        chosen={theme}
        trigger={<Button look="quiet" icon={themeIcons[theme]} aria-label={t('app.theme.label')} />}
        choices={themes.map((id) => ({
          id,
          label: t(`app.theme.${id}`),
          icon: themeIcons[id],
          onAction: () => chooseTheme(id),
        }))}
      />
    </span>
  );
}
