import { QueryState } from '../api/query-state.tsx';
import { Card } from '../ui/card.tsx';
import { useWords } from '../words/words-provider.tsx';
import { useBuyer } from './queries.ts';
import { ShopHistory } from './shop-history.tsx';
import { isUnknownBuyer } from './unknown-buyer.tsx';

/** What happened between a buyer and this shop, read by the buyer's ID. */
export function HistoryCard({ buyerId }: { readonly buyerId: string }) {
  const { t } = useWords();
  const query = useBuyer(buyerId);
  return (
    <Card title={t('lookup.history.title')} about={t('lookup.history.about')}>
      {isUnknownBuyer(query.error) ? (
        <p>{t('buyers.one.missingText')}</p>
      ) : (
        <QueryState query={query}>{(buyer) => <ShopHistory of={buyer} />}</QueryState>
      )}
    </Card>
  );
}
