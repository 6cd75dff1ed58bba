import { useNavigate } from 'react-router';
import { useKnownBuyers } from '../../api/use-known-buyers.ts';
import { useShortcuts } from '../../keyboard/keyboard-provider.tsx';
import { useSession, useSessionState } from '../../session/session-provider.tsx';
import { useShop } from '../../session/shop-provider.tsx';
import { chooseTheme, themes } from '../../ui/use-theme.ts';
import { useWords } from '../../words/words-provider.tsx';
import { newest } from './command-rules.ts';
import type { Command } from './command-rules.ts';

const shownBuyers = 8;

/**
 * Everything that can be done from where one is: what has keys, the buyers that one has just seen, other shops, and what
 * stands in the menus at the top.
 *
 * @param typed that has no command of its own can be a username.
 */
export function useCommands(typed: string): readonly Command[] {
  const shortcuts = useShortcuts().filter(({ keys }) => keys !== 'Mod+k');
  const withKeys = shortcuts.map((shortcut) => ({ id: shortcut.keys, ...shortcut }));
  return [...withKeys, ...useBuyerCommands(typed), ...useShopCommands(), ...useMenuCommands()];
}

function useBuyerCommands(typed: string): readonly Command[] {
  const { t } = useWords();
  const { pathTo } = useShop();
  const navigate = useNavigate();
  const known = useKnownBuyers();
  const group = t('app.palette.groups.buyers');
  const recent = newest(known, shownBuyers).map(({ buyerId, username }) => ({
    id: `buyer ${buyerId}`,
    label: username,
    group,
    run: () => void navigate(pathTo(`buyers/${buyerId}`)),
  }));
  if (typed === '') return recent;
  const username = new URLSearchParams({ username: typed }).toString();
  const find = {
    label: t('app.palette.find', { username: typed }),
    run: () => void navigate(pathTo(`buyers?${username}`)),
  };
  return [...recent, { id: 'find', group, ...find }];
}

function useShopCommands(): readonly Command[] {
  const { t } = useWords();
  const { shopId } = useShop();
  const state = useSessionState();
  const navigate = useNavigate();
  const shops = 'claims' in state ? state.claims.shops : [];
  return shops
    .filter((shop) => shop.shopId !== shopId)
    .map((shop) => ({
      id: `shop ${shop.shopId}`,
      label: t('app.palette.shop', { shopId: shop.shopId }),
      group: t('app.palette.groups.shops'),
      run: () => void navigate(`/shops/${shop.shopId}`),
    }));
}

function useMenuCommands(): readonly Command[] {
  const { t } = useWords();
  const session = useSession();
  const { pathTo } = useShop();
  const navigate = useNavigate();
  const group = t('app.palette.groups.you');
  return [
    { id: 'settings', label: t('app.person.settings'), group, run: () => void navigate(pathTo('settings')) },
    ...themes.map((theme) => ({
      id: `theme ${theme}`,
      label: t('app.palette.theme', { theme: t(`app.theme.${theme}`) }),
      group,
      run: () => chooseTheme(theme),
    })),
    { id: 'sign-out', label: t('app.person.signOut'), group, run: () => void session.signOut() },
  ];
}
