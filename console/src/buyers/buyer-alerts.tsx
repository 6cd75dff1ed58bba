import { MoreButton } from '../api/more-button.tsx';
import { itemsOf } from '../api/pages.ts';
import { QueryState } from '../api/query-state.tsx';
import { useShop } from '../session/shop-provider.tsx';
import { Severity } from '../ui/badge.tsx';
import { Card } from '../ui/card.tsx';
import { Countdown } from '../ui/countdown.tsx';
import { RowLink } from '../ui/link.tsx';
import { Table } from '../ui/table.tsx';
import { Time } from '../ui/time.tsx';
import { useWords } from '../words/words-provider.tsx';
import css from './buyer-alerts.module.css';
import { useBuyerAlerts } from './queries.ts';

/** What the risk systems reported about this buyer in this shop. */
export function BuyerAlerts({ buyerId }: { readonly buyerId: string }) {
  const { t } = useWords();
  const { pathTo } = useShop();
  const query = useBuyerAlerts(buyerId);
  return (
    <Card title={t('buyers.alerts.title')} about={t('buyers.alerts.about')} isFlush>
      <QueryState query={query}>
        {(data) => {
          const alerts = itemsOf(data, ({ alertId }) => alertId);
          if (alerts.length === 0 && !query.hasNextPage) return <p className={css.none}>{t('buyers.alerts.none')}</p>;
          return (
            <Table
              label={t('buyers.alerts.list')}
              rows={alerts}
              keyOf={({ alertId }) => alertId}
              columns={[
                {
                  id: 'kind',
                  label: t('buyers.alerts.columns.kind'),
                  isTitle: true,
                  cell: ({ alertId, kind }) => (
                    <RowLink href={pathTo(`alerts/${alertId}`)}>{t(`alerts.kind.${kind}`)}</RowLink>
                  ),
                },
                {
                  id: 'severity',
                  label: t('buyers.alerts.columns.severity'),
                  cell: ({ severity }) => <Severity of={severity} />,
                },
                {
                  id: 'status',
                  label: t('buyers.alerts.columns.status'),
                  cell: ({ status, respondBy }) =>
                    status === 'open' && respondBy !== undefined ? (
                      <Countdown until={respondBy} />
                    ) : (
                      t(`alerts.status.${status}`)
                    ),
                },
                {
                  id: 'raised',
                  label: t('buyers.alerts.columns.raised'),
                  cell: ({ raisedAt }) => <Time at={raisedAt} />,
                },
              ]}
            />
          );
        }}
      </QueryState>
      <MoreButton query={query} />
    </Card>
  );
}
