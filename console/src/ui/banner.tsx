import { CloudOff } from 'lucide-react';
import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { useWords } from '../words/words-provider.tsx';
import css from './banner.module.css';
import { useOnline } from './use-online.ts';

/** Something about all of the page. */
export function Banner({ icon: Icon, children }: { readonly icon: LucideIcon; readonly children: ReactNode }) {
  return (
    <div className={css.banner} role="status">
      <Icon size={16} aria-hidden />
      <div>{children}</div>
    </div>
  );
}

export function OfflineBanner() {
  const { t } = useWords();
  return useOnline() ? undefined : <Banner icon={CloudOff}>{t('ui.offline')}</Banner>;
}
