import type { ReactNode } from 'react';
import { useWords } from '../../words/words-provider.tsx';
import css from './follows.module.css';

/** What will be so afterwards, said before the button. */
export function Follows({ children }: { readonly children: ReactNode }) {
  const { t } = useWords();
  return (
    <div className={css.follows}>
      <p className={css.title}>{t('blockList.change.followsTitle')}</p>
      <div className={css.text}>{children}</div>
    </div>
  );
}
