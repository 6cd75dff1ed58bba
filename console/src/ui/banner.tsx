import { CloudOff } from 'lucide-react';
import type { LucideIcon } from 'lucide-react';
import { useSyncExternalStore } from 'react';
import type { ReactNode } from 'react';
import { useWords } from '../words/words-provider.tsx';
import css from './banner.module.css';

/** Something about all of the page. */
export function Banner({ icon: Icon, children }: { readonly icon: LucideIcon; readonly children: ReactNode }) {
  return (
    <div className={css.banner} role="status">
      <Icon size={16} aria-hidden />
      <div>{children}</div>
    </div>
  );
}

function subscribe(listener: () => void): () => void {
  window.addEventListener('online', listener);
  window.addEventListener('offline', listener);
  return () => {
    window.removeEventListener('online', listener);
    window.removeEventListener('offline', listener);
  };
}

export function OfflineBanner() {
  const { t } = useWords();
  const isOnline = useSyncExternalStore(subscribe, () => navigator.onLine);
  return isOnline ? undefined : <Banner icon={CloudOff}>{t('ui.offline')}</Banner>;
}
