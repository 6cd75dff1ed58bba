import { QueryState } from '../api/query-state.tsx';
import { useShop } from '../session/shop-provider.tsx';
import { Card } from '../ui/card.tsx';
import { Link } from '../ui/link.tsx';
import { LoadingState } from '../ui/loading-state.tsx';
import { Time } from '../ui/time.tsx';
import { useWords } from '../words/words-provider.tsx';
import css from './alert-page.module.css';
import { StatusBadge } from './alert-cells.tsx';
import { categoryWord } from './reason-rules.ts';
import { useAlertsOfBuyer } from './queries.ts';
import type { Alert } from './queries.ts';

/** What else there was with this buyer, the newest first. */
export function RelatedAlerts({ alert: { alertId, buyer } }: { readonly alert: Alert }) {
  const { t } = useWords();
  const { pathTo } = useShop();
  const query = useAlertsOfBuyer(buyer.buyerId);
  const all = <Link href={`${pathTo('alerts')}?show=all&buyerId=${buyer.buyerId}`}>{t('alerts.page.relatedAll')}</Link>;
  return (
    <Card title={t('alerts.page.related')} aside={all}>
      <QueryState query={query} loading={<LoadingState rows={2} />}>
        {({ items }) => {
          const others = items
            .filter((one) => one.alertId !== alertId)
            .toSorted((one, other) => Date.parse(other.flaggedAt) - Date.parse(one.flaggedAt))
            .slice(0, 5);
          if (others.length === 0) return <p className={css.note}>{t('alerts.page.relatedNone')}</p>;
          return (
            <ul className={css.related}>
              {others.map((one) => (
                <li key={one.alertId}>
                  <Link href={pathTo(`alerts/${one.alertId}`)}>
                    {one.kind === 'fraud_outcome' ? t(categoryWord(one.category)) : t(`alerts.kind.${one.kind}`)}
                  </Link>
                  <StatusBadge of={one} />
                  <span className={css.note}>
                    <Time at={one.flaggedAt} />
                  </span>
                </li>
              ))}
            </ul>
          );
        }}
      </QueryState>
    </Card>
  );
}
