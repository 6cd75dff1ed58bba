import { Eye } from 'lucide-react';
import { useCallback } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { LimitCallout } from '../block-list/limits.tsx';
import { FindBuyer } from '../lookup/find-buyer.tsx';
import { useShop } from '../session/shop-provider.tsx';
import { BackLink } from '../ui/back-link.tsx';
import { Card } from '../ui/card.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { ButtonLink } from '../ui/link.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { Stack } from '../ui/stack.tsx';
import { useWords } from '../words/words-provider.tsx';
import { BlockBuyer } from './block-buyer.tsx';
import { Done } from './done.tsx';
import css from './new-block-page.module.css';
import { StepList } from './step-list.tsx';

/** Adds a buyer to the Block List. It is entered by a search, an order, an alert or a buyer's page; where one is stands in the address. */
export function NewBlockPage() {
  const { t } = useWords();
  const { mayAct, pathTo } = useShop();
  const [search] = useSearchParams();
  const buyerId = search.get('buyerId');
  const alertId = search.get('alertId');
  if (!mayAct) return <MayNot />;
  if (buyerId !== null && search.get('step') === 'done') return <Done buyerId={buyerId} alertId={alertId} />;
  return (
    <div className={css.page}>
      <Stack>
        {alertId !== null && <BackLink href={pathTo(`alerts/${alertId}`)}>{t('blocking.who.backToAlert')}</BackLink>}
        <PageHeader title={t('blocking.title')} about={t('blocking.about')} />
      </Stack>
      <Stack>
        <LimitCallout />
        {buyerId === null ? <FindStep /> : <BlockBuyer key={buyerId} buyerId={buyerId} alertId={alertId} />}
      </Stack>
    </div>
  );
}

function FindStep() {
  const { t } = useWords();
  const { pathTo } = useShop();
  const navigate = useNavigate();
  const [search, setSearch] = useSearchParams();
  const alertId = search.get('alertId');
  const term = search.get('find') ?? search.get('username') ?? search.get('orderId') ?? '';
  const from = alertId === null ? '' : `&alertId=${alertId}`;
  const onFound = useCallback(
    (buyerId: string) => void navigate(`${pathTo('block-list/new')}?buyerId=${buyerId}${from}`, { replace: true }),
    [navigate, pathTo, from],
  );
  return (
    <>
      <StepList step="who" />
      <Card title={t('blocking.find.title')} about={t('blocking.find.more')}>
        <FindBuyer
          term={term}
          onTerm={(find) => setSearch({ find, ...(alertId !== null && { alertId }) })}
          onFound={onFound}
        />
      </Card>
    </>
  );
}

function MayNot() {
  const { t } = useWords();
  const { pathTo } = useShop();
  return (
    <>
      <PageHeader title={t('blocking.title')} />
      <Card>
        <EmptyState
          icon={Eye}
          title={t('blocking.viewer')}
          action={<ButtonLink href={pathTo('block-list')}>{t('blocking.done.list')}</ButtonLink>}
        >
          {t('blocking.viewerText')}
        </EmptyState>
      </Card>
    </>
  );
}
