import { useId } from 'react';
import type { ReactNode } from 'react';
import { TriangleAlert } from 'lucide-react';
import { Avatar } from '../ui/avatar.tsx';
import { Badge } from '../ui/badge.tsx';
import { IdText } from '../ui/id-text.tsx';
import { useWords } from '../words/words-provider.tsx';
import { ComparedName } from './compared-name.tsx';
import { differencesOf } from './difference-rules.ts';
import type { NamePart } from './difference-rules.ts';
import { lookAlikesOf } from './look-alike-rules.ts';
import type { KnownBuyer, LookAlike } from './look-alike-rules.ts';
import css from './look-alikes.module.css';
import { useBuyer } from './queries.ts';

interface LookAlikesProps {
  readonly buyer: { readonly buyerId: string; readonly username: string; readonly avatarUrl?: string | undefined };
  readonly known: readonly KnownBuyer[];
  /** How to go to the other one instead. */
  readonly choose: (other: LookAlike) => ReactNode;
}

/** The guard against the wrong buyer: everybody whom one could take for this one, side by side. */
export function LookAlikes({ buyer, known, choose }: LookAlikesProps) {
  const { t } = useWords();
  const id = useId();
  const alike = lookAlikesOf(buyer, known);
  if (alike.length === 0) return undefined;
  return (
    <section className={css.guard} aria-labelledby={id}>
      <h2 id={id} className={css.title}>
        <TriangleAlert size={18} aria-hidden />
        {t('lookup.alike.title')}
      </h2>
      <p>{t('lookup.alike.text')}</p>
      {alike.map((other) => (
        <Pair key={other.buyerId} buyer={buyer} other={other} choose={choose(other)} />
      ))}
    </section>
  );
}

interface PairProps {
  readonly buyer: LookAlikesProps['buyer'];
  readonly other: LookAlike;
  readonly choose: ReactNode;
}

function Pair({ buyer, other, choose }: PairProps) {
  const { t } = useWords();
  const parts = differencesOf(buyer.username, other.username);
  return (
    <div className={css.pair}>
      <Side {...buyer} parts={parts.one} is={<Badge tone="accent">{t('lookup.alike.this')}</Badge>} />
      <Side
        {...other}
        parts={parts.other}
        is={<Badge tone={other.from === 'block' ? 'danger' : 'neutral'}>{t(`lookup.alike.other.${other.from}`)}</Badge>}
        choose={choose}
      />
      {buyer.username === other.username && <p className={css.same}>{t('lookup.alike.sameName')}</p>}
    </div>
  );
}

interface SideProps {
  readonly buyerId: string;
  readonly username: string;
  readonly avatarUrl?: string | undefined;
  readonly parts: readonly NamePart[];
  readonly is: ReactNode;
  readonly choose?: ReactNode;
}

function Side({ buyerId, username, avatarUrl, parts, is, choose }: SideProps) {
  const { t } = useWords();
  const history = useBuyer(buyerId).data?.history;
  return (
    <div className={css.side}>
      {is}
      <div className={css.person}>
        <Avatar url={avatarUrl} username={username} size="large" />
        <div className={css.said}>
          <ComparedName parts={parts} />
          <IdText id={buyerId} />
          {history && <p className={css.history}>{t('lookup.alike.stripped', history)}</p>}
        </div>
      </div>
      {choose}
    </div>
  );
}
