import { Ellipsis, Settings } from 'lucide-react';
import { NavLink, useNavigate } from 'react-router';
import { useOpenAlertCount } from '../../overview/queries.ts';
import { useShop } from '../../session/shop-provider.tsx';
import { Button } from '../../ui/button.tsx';
import { Menu } from '../../ui/menu.tsx';
import { useCountInTitle } from '../../ui/use-window-title.ts';
import { useWords } from '../../words/words-provider.tsx';
import css from './navigation.module.css';
import { pages, pagesOnPhone } from './pages.ts';

/** The rail; on a phone, the bar at the bottom. */
export function Navigation() {
  const { t } = useWords();
  const { pathTo } = useShop();
  const count = useOpenAlertCount();
  useCountInTitle(count, t('app.name'));
  return (
    <nav className={css.navigation} aria-label={t('app.navigation')}>
      <ul className={css.list}>
        {pages.map(({ path, label, icon: Icon }, index) => (
          <li key={path} className={index < pagesOnPhone ? css.item : css.rest}>
            <NavLink to={pathTo(path)} className={css.link}>
              <Icon size={18} aria-hidden />
              <span className={css.label}>{t(label)}</span>
              {path === 'alerts' && count > 0 && (
                <span className={css.count}>
                  <span aria-hidden>{count > 99 ? '99+' : count}</span>
                  <span className="sr-only">{t('app.openAlerts', { count })}</span>
                </span>
              )}
            </NavLink>
          </li>
        ))}
      </ul>
      <MorePages />
    </nav>
  );
}

function MorePages() {
  const { t } = useWords();
  const { pathTo } = useShop();
  const navigate = useNavigate();
  const rest = [
    ...pages.slice(pagesOnPhone),
    { path: 'settings', label: 'app.person.settings', icon: Settings } as const,
  ];
  return (
    <div className={css.more}>
      <Menu
        label={t('app.nav.more')}
        trigger={
          <Button look="quiet" icon={Ellipsis}>
            {t('app.nav.more')}
          </Button>
        }
        choices={rest.map(({ path, label, icon }) => ({
          id: path,
          label: t(label),
          icon,
          onAction: () => void navigate(pathTo(path)),
        }))}
      />
    </div>
  );
}
