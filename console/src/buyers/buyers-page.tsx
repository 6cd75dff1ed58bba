import { useCallback } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { FindBuyer } from '../lookup/find-buyer.tsx';
import { useShop } from '../session/shop-provider.tsx';
import { Card } from '../ui/card.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { useWords } from '../words/words-provider.tsx';

/** Where a search leads: on to the buyer's page, or it says why nobody was found. */
export function BuyersPage() {
  const { t } = useWords();
  const { pathTo } = useShop();
  const navigate = useNavigate();
  const [search, setSearch] = useSearchParams();
  const term = search.get('find') ?? search.get('username') ?? search.get('orderId') ?? '';
  const onFound = useCallback(
    (buyerId: string) => void navigate(pathTo(`buyers/${buyerId}`), { replace: true }),
    [navigate, pathTo],
  );
  return (
    <>
      <PageHeader title={t('buyers.title')} about={t('buyers.about')} />
      <Card>
        <FindBuyer term={term} onTerm={(find) => setSearch({ find })} onFound={onFound} />
      </Card>
    </>
  );
}
