import { BuyerName } from '../ui/buyer-name.tsx';
import { IdText } from '../ui/id-text.tsx';
import { Money } from '../ui/money.tsx';
import { useWords } from '../words/words-provider.tsx';
import css from './alerts.module.css';
import { BlockedBadge } from './alert-cells.tsx';
import type { Alert } from './queries.ts';

/** Whose alert it is and about what: so that nobody answers the wrong one. */
export function AlertSummary({ of: { buyer, isBlocked, subject, orderId, refundId, amount } }: { readonly of: Alert }) {
  const { t } = useWords();
  const id = refundId ?? orderId ?? subject.id;
  return (
    <div className={css.summary}>
      <span className={css.buyer}>
        <BuyerName {...buyer} />
        {isBlocked && <BlockedBadge />}
      </span>
      <span className={css.summarySubject}>
        <span>
          {t(refundId === undefined ? 'alerts.page.order' : 'alerts.page.refund')} <IdText id={id} />
        </span>
        {amount && <Money of={amount} />}
      </span>
    </div>
  );
}
