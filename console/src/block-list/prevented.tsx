import { Money } from '../ui/money.tsx';
import { Time } from '../ui/time.tsx';
import { Words, useWords } from '../words/words-provider.tsx';
import css from './prevented.module.css';
import type { Block } from './queries.ts';

/** Orders that a block has stopped, and what they would have been worth. */
export function Prevented({ of: { prevented } }: { readonly of: Pick<Block, 'prevented'> }) {
  const { t } = useWords();
  if (prevented === undefined || prevented.orders === 0)
    return <span className={css.quiet}>{t('blockList.prevented.none')}</span>;
  const { orders, amounts, lastAt } = prevented;
  return (
    <span className={css.prevented}>
      <span>{t('blockList.prevented.orders', { orders })}</span>
      {amounts.map((amount) => (
        <span key={amount.currency}>
          <Money of={amount} />
        </span>
      ))}
      {lastAt !== undefined && (
        <span className={css.quiet}>
          <Words of="blockList.prevented.last" with={{ time: <Time at={lastAt} /> }} />
        </span>
      )}
    </span>
  );
}
