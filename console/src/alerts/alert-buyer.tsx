import { QueryState } from '../api/query-state.tsx';
import { useBuyer } from '../lookup/queries.ts';
import { ShopHistory } from '../lookup/shop-history.tsx';
import { isUnknownBuyer } from '../lookup/unknown-buyer.tsx';
import { useShop } from '../session/shop-provider.tsx';
import { BuyerName } from '../ui/buyer-name.tsx';
import { Card } from '../ui/card.tsx';
import { Link } from '../ui/link.tsx';
import { LoadingState } from '../ui/loading-state.tsx';
import { Stack } from '../ui/stack.tsx';
import { useWords } from '../words/words-provider.tsx';
import css from './alert-page.module.css';
import type { Alert } from './queries.ts';

/** Who the buyer is, and what was between them and this shop until now. */
export function AlertBuyer({ alert: { buyer, isBlocked } }: { readonly alert: Alert }) {
  const { t } = useWords();
  const { pathTo } = useShop();
  const query = useBuyer(buyer.buyerId);
  const isUnknown = isUnknownBuyer(query.error);
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
            {(known) => <ShopHistory of={known} />}
          </QueryState>
        )}
      </Stack>
    </Card>
  );
}
