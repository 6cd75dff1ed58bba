import { UserRound } from 'lucide-react';
import { useState } from 'react';
import css from './avatar.module.css';
import { classNames } from './class-names.ts';
import { usePictureAddresses } from './picture-provider.tsx';
import { pictureAddress } from './picture-rules.ts';

interface AvatarProps {
  readonly url?: string | undefined;
  readonly username?: string | undefined;
  readonly size?: 'small' | 'medium' | 'large';
}

/**
 * A buyer's picture, by which a seller knows them again. It comes from the marketplace's picture servers, which learn
 * nothing of this page: no referrer, and no `crossorigin`, since pictures are only shown, never read.
 */
export function Avatar({ url, username, size = 'small' }: AvatarProps) {
  const [failed, setFailed] = useState<string>();
  const addresses = usePictureAddresses();
  const frame = classNames(css.avatar, css[size]);
  // It says nothing that the name beside it does not.
  if (url === undefined || url === '' || failed === url)
    return (
      <span className={frame} aria-hidden>
        {initialOf(username) ?? <UserRound size={14} />}
      </span>
    );
  const pixels = { small: 28, medium: 40, large: 72 }[size];
  return (
    <img
      className={frame}
      src={pictureAddress(url, addresses)}
      alt=""
      width={pixels}
      height={pixels}
      loading="lazy"
      decoding="async"
      referrerPolicy="no-referrer"
      onError={() => setFailed(url)}
    />
  );
}

function initialOf(username: string | undefined): string | undefined {
  return /[\p{L}\p{N}]/u.exec(username ?? '')?.[0].toUpperCase();
}
