import { Eye } from 'lucide-react';
import { useCallback } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { QueryState } from '../api/query-state.tsx';
import { FindBuyer } from '../lookup/find-buyer.tsx';
import { useBuyer } from '../lookup/queries.ts';
import { isUnknownBuyer, UnknownBuyer } from '../lookup/unknown-buyer.tsx';
import { useShop } from '../session/shop-provider.tsx';
import { BackLink } from '../ui/back-link.tsx';
import { Card } from '../ui/card.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { Stack } from '../ui/stack.tsx';
import { useWords } from '../words/words-provider.tsx';
import { ConfirmExempt } from './confirm-exempt.tsx';

/** Adds a buyer to the exempt list: found by exact username, order or ID, and confirmed by picture. */
export function NewExemptionPage() {
  const { t } = useWords();
  const { mayAct, pathTo } = useShop();
  const [search] = useSearchParams();
  const buyerId = search.get('buyerId');
  return (
    <>
      <Stack>
        <BackLink href={pathTo('exempt-list')}>{t('exemptions.title')}</BackLink>
        <PageHeader title={t('exemptions.new.title')} about={t('exemptions.new.about')} />
      </Stack>
      {mayAct ? buyerId === null ? <FindStep /> : <ConfirmStep key={buyerId} buyerId={buyerId} /> : <MayNot />}
    </>
  );
}

function FindStep() {
  const { t } = useWords();
  const { pathTo } = useShop();
  const navigate = useNavigate();
  const [search, setSearch] = useSearchParams();
  const onFound = useCallback(
    (buyerId: string) => void navigate(`${pathTo('exempt-list/new')}?buyerId=${buyerId}`, { replace: true }),
    [navigate, pathTo],
  );
  return (
    <Card title={t('exemptions.new.find')}>
      <FindBuyer term={search.get('find') ?? ''} onTerm={(find) => setSearch({ find })} onFound={onFound} />
    </Card>
  );
}

function ConfirmStep({ buyerId }: { readonly buyerId: string }) {
  const query = useBuyer(buyerId);
  if (isUnknownBuyer(query.error)) return <UnknownBuyer />;
  return <QueryState query={query}>{(buyer) => <ConfirmExempt buyer={buyer} />}</QueryState>;
}

function MayNot() {
  const { t } = useWords();
  return (
    <Card>
      <EmptyState icon={Eye} title={t('exemptions.new.viewer')}>
        {t('exemptions.viewer')}
      </EmptyState>
    </Card>
  );
}
