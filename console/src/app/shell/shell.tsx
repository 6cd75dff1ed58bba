import { useEffect, useRef } from 'react';
import type { ReactNode } from 'react';
import { useLocation } from 'react-router';
import { ShieldCheck } from 'lucide-react';
import { OfflineBanner } from '../../ui/banner.tsx';
import { useWords } from '../../words/words-provider.tsx';
import { Commands } from './commands.tsx';
import { Navigation } from './navigation.tsx';
import css from './shell.module.css';
import { TopBar } from './top-bar.tsx';

interface ShellProps {
  /** The shop's access is not active: there is nowhere to go. */
  readonly isClosed?: boolean;
  readonly children: ReactNode;
}

/** What stands around every page of a shop. */
export function Shell({ isClosed = false, children }: ShellProps) {
  const { t } = useWords();
  const main = useRef<HTMLElement>(null);
  useFocusOnChange(main);
  return (
    <div className={css.shell}>
      <a className={css.skip} href="#page">
        {t('app.skip')}
      </a>
      <header className={css.top}>
        <div className={css.brand}>
          <ShieldCheck size={22} aria-hidden className={css.mark} />
          <span className={css.name}>{t('app.name')}</span>
        </div>
        <TopBar isClosed={isClosed} />
      </header>
      {!isClosed && (
        <div className={css.rail}>
          <Navigation />
        </div>
      )}
      <main id="page" className={css.main} ref={main} tabIndex={-1}>
        <OfflineBanner />
        <div className={css.page}>{children}</div>
      </main>
      {!isClosed && <Commands />}
    </div>
  );
}

/** A change of page is announced, and the keyboard goes on from its heading. */
function useFocusOnChange(main: React.RefObject<HTMLElement | null>): void {
  const { pathname } = useLocation();
  const before = useRef(pathname);
  useEffect(() => {
    if (before.current === pathname) return;
    before.current = pathname;
    window.scrollTo(0, 0);
    (main.current?.querySelector('h1') ?? main.current)?.focus({ preventScroll: true });
  }, [pathname, main]);
}
