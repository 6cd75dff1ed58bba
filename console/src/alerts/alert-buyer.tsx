import { ApiProblem } from '../../../clients/api-problem.ts';
import { QueryState } from '../api/query-state.tsx';
import { useShop } from '../session/shop-provider.tsx';
import { BuyerName } from '../ui/buyer-name.tsx';
import { Card } from '../ui/card.tsx';
import { Facts } from '../ui/facts.tsx';
import { Link } from '../ui/link.tsx';
import { LoadingState } from '../ui/loading-state.tsx';
import { Stack } from '../ui/stack.tsx';
import { useFormats } from '../words/reader-provider.tsx';
import { useWords } from '../words/words-provider.tsx';
import css from './alert-page.module.css';
import { useBuyerHere } from './queries.ts';
import type { Alert } from './queries.ts';

/** Who the buyer is, and what was between them and this shop until now. */
export function AlertBuyer({ alert: { buyer, isBlocked } }: { readonly alert: Alert }) {
  const { t } = useWords();
  const { pathTo } = useShop();
  const { number } = useFormats();
  const query = useBuyerHere(buyer.buyerId);
  const isUnknown = query.error instanceof ApiProblem && query.error.code === 'buyer_not_found';
  const page = <Link href={pathTo(`buyers/${buyer.buyerId}`)}>{t('alerts.page.buyerPage')}</Link>;
  return (
    <Card title={t('alerts.page.buyer')} aside={isUnknown ? undefined : page}>
      <Stack>
        <BuyerName {...buyer} size="medium" />
        {isBlocked && <p className={css.note}>{t('alerts.page.blockedAlready')}</p>}
        {isUnknown ? (
          <p className={css.note}>{t('alerts.page.buyerUnknown')}</p>
        ) : (
          <QueryState query={query} loading={<LoadingState rows={3} />}>
            {({ history, openOrders, linkedAccounts }) => (
              <Facts
                facts={[
                  { label: t('alerts.page.orders'), value: number(history.orders) },
                  { label: t('alerts.page.openOrders'), value: number(openOrders) },
                  { label: t('alerts.page.cancellations'), value: number(history.cancellations) },
                  { label: t('alerts.page.refunds'), value: number(history.refunds) },
                  { label: t('alerts.page.alerts'), value: number(history.alerts) },
                  { label: t('alerts.page.linkedAccounts'), value: number(linkedAccounts) },
                ]}
              />
            )}
          </QueryState>
        )}
      </Stack>
    </Card>
  );
}
