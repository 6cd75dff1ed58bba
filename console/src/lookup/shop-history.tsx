import type { ReactNode } from 'react';
import { Tooltip } from '../ui/tooltip.tsx';
import { useFormats } from '../words/reader-provider.tsx';
import { useWords } from '../words/words-provider.tsx';
import type { Buyer } from './queries.ts';
import css from './shop-history.module.css';

interface Figure {
  readonly name: 'orders' | 'openOrders' | 'cancellations' | 'refunds' | 'alerts' | 'linkedAccounts';
  readonly value: number;
  readonly note?: ReactNode;
}

/** What happened between a buyer and this shop, in figures. */
export function ShopHistory({ of: { history, openOrders, linkedAccounts } }: { readonly of: Buyer }) {
  const { t } = useWords();
  const { number } = useFormats();
  const figures: readonly Figure[] = [
    { name: 'orders', value: history.orders },
    { name: 'openOrders', value: openOrders, note: openOrders > 0 && t('lookup.history.openOrdersNote') },
    { name: 'cancellations', value: history.cancellations },
    { name: 'refunds', value: history.refunds },
    { name: 'alerts', value: history.alerts },
    { name: 'linkedAccounts', value: linkedAccounts },
  ];
  return (
    <dl className={css.figures}>
      {figures.map(({ name, value, note }) => (
        <div key={name} className={css.figure}>
          <dt className={css.label}>
            {t(`lookup.history.${name}`)}
            {name === 'linkedAccounts' && <Tooltip text={t('lookup.history.linkedAccountsNote')} isShort />}
          </dt>
          <dd className={css.value}>
            {number(value)}
            {note && <span className={css.note}>{note}</span>}
          </dd>
        </div>
      ))}
    </dl>
  );
}
