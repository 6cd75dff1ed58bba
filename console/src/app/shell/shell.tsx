import { useRef } from 'react';
import type { MouseEvent, ReactNode } from 'react';
import { ShieldCheck } from 'lucide-react';
import { OfflineBanner } from '../../ui/banner.tsx';
import { useWords } from '../../words/words-provider.tsx';
import { Commands } from './commands.tsx';
import { LiveBanner } from './live-banner.tsx';
import { Navigation } from './navigation.tsx';
import css from './shell.module.css';
import { TopBar } from './top-bar.tsx';
import { usePageChange } from './use-page-change.ts';

interface ShellProps {
  /** The shop's access is not active: there is nowhere to go. */
  readonly isClosed?: boolean;
  readonly children: ReactNode;
}

/** What stands around every page of a shop. */
export function Shell({ isClosed = false, children }: ShellProps) {
  const { t } = useWords();
  const main = useRef<HTMLElement>(null);
  usePageChange(main);
  const skip = (event: MouseEvent): void => {
    // The address stays as it is: it is what is shared.
    event.preventDefault();
    main.current?.focus();
  };
  return (
    <div className={css.shell}>
      <a className={css.skip} href="#page" onClick={skip}>
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
        {!isClosed && <LiveBanner />}
        <div className={css.page}>{children}</div>
      </main>
      {!isClosed && <Commands />}
    </div>
  );
}
