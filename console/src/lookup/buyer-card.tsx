import { useEffect } from 'react';
import type { ReactNode } from 'react';
import { Avatar } from '../ui/avatar.tsx';
import { IdText } from '../ui/id-text.tsx';
import { NoUsername, Username } from '../ui/username.tsx';
import { partsOf } from '../ui/username-rules.ts';
import { useWords } from '../words/words-provider.tsx';
import css from './buyer-card.module.css';

interface BuyerCardProps {
  readonly buyerId: string;
  readonly username?: string | undefined;
  readonly avatarUrl?: string | undefined;
  /** How they stand here, in badges. */
  readonly state?: ReactNode;
  readonly actions?: ReactNode;
  /** The title of the window, where the page is about this buyer: then the name is the page's heading. */
  readonly pageTitle?: string;
}

/** Who it is: picture, exact name and ID, large enough to compare. */
export function BuyerCard({ buyerId, username, avatarUrl, state, actions, pageTitle }: BuyerCardProps) {
  const { t } = useWords();
  useEffect(() => {
    if (pageTitle !== undefined) document.title = pageTitle;
  }, [pageTitle]);
  const name = username === undefined ? <NoUsername /> : <Username of={username} />;
  const isOdd = username !== undefined && partsOf(username).some(({ mark }) => mark !== undefined);
  return (
    <header className={css.card}>
      <Avatar url={avatarUrl} username={username} size="large" />
      <div className={css.words}>
        {pageTitle === undefined ? (
          <p className={css.name}>{name}</p>
        ) : (
          <h1 className={css.name} tabIndex={-1}>
            {name}
          </h1>
        )}
        <IdText id={buyerId} />
        {state !== undefined && <div className={css.state}>{state}</div>}
        {isOdd && <p className={css.odd}>{t('lookup.odd')}</p>}
      </div>
      {actions !== undefined && <div className={css.actions}>{actions}</div>}
    </header>
  );
}
