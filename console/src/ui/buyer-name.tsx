import type { ReactNode } from 'react';
import { Avatar } from './avatar.tsx';
import css from './buyer-name.module.css';
import { IdText } from './id-text.tsx';
import { RowLink } from './link.tsx';
import { NoUsername, Username } from './username.tsx';

interface BuyerNameProps {
  readonly buyerId: string;
  readonly username?: string | undefined;
  readonly avatarUrl?: string | undefined;
  /** Where the whole row leads. */
  readonly href?: string;
  readonly size?: 'small' | 'medium' | 'large';
  /** Below the name, in its own line. */
  readonly note?: ReactNode;
}

/** A buyer in a row: picture and name; the ID where there is no name. */
export function BuyerName({ buyerId, username, avatarUrl, href, size = 'small', note }: BuyerNameProps) {
  const name = username === undefined ? <NoUsername /> : <Username of={username} />;
  return (
    <span className={css.buyer}>
      <Avatar url={avatarUrl} username={username} size={size} />
      <span className={css.words}>
        {href === undefined ? name : <RowLink href={href}>{name}</RowLink>}
        {username === undefined && <IdText id={buyerId} />}
        {note}
      </span>
    </span>
  );
}
