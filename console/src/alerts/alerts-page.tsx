import { CircleCheck } from 'lucide-react';
import { useSearchParams } from 'react-router';
import { MoreButton } from '../api/more-button.tsx';
import { itemsOf } from '../api/pages.ts';
import { QueryState } from '../api/query-state.tsx';
import { useLive } from '../live/live-provider.tsx';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { Tabs } from '../ui/tabs.tsx';
import { useWords } from '../words/words-provider.tsx';
import { AlertTable } from './alert-table.tsx';
import { useAlerts } from './queries.ts';

/** The address keeps the tab: back, reload and a link to it lead to the same list. */
export function AlertsPage() {
  const { t } = useWords();
  const [search, setSearch] = useSearchParams();
  const shown = search.get('show') === 'all' ? 'all' : 'open';
  const show = (id: 'open' | 'all'): void => setSearch(id === 'all' ? { show: 'all' } : {}, { replace: true });
  return (
    <>
      <PageHeader title={t('alerts.title')} about={t('alerts.about')}>
        <NewAlerts />
      </PageHeader>
      <Tabs
        label={t('alerts.tabs.label')}
        tabs={(['open', 'all'] as const).map((id) => ({ id, label: t(`alerts.tabs.${id}`) }))}
        chosen={shown}
        onChange={show}
      >
        <AlertList isAll={shown === 'all'} />
      </Tabs>
    </>
  );
}

/** What came since waits here, so that no row moves under the pointer. */
function NewAlerts() {
  const { t } = useWords();
  const { newAlerts, showNewAlerts } = useLive();
  if (newAlerts === 0) return undefined;
  return <Button onPress={showNewAlerts}>{t('alerts.new', { count: newAlerts })}</Button>;
}

function AlertList({ isAll }: { readonly isAll: boolean }) {
  const { t } = useWords();
  const query = useAlerts(isAll ? {} : { status: 'open' });
  return (
    <Card isFlush>
      <QueryState query={query}>
        {(data) => {
          const alerts = itemsOf(data, ({ alertId }) => alertId);
          return alerts.length === 0 && !query.hasNextPage ? (
            <EmptyState icon={CircleCheck} title={t('alerts.none')}>
              {t('alerts.noneText')}
            </EmptyState>
          ) : (
            <AlertTable label={t('alerts.list')} alerts={alerts} />
          );
        }}
      </QueryState>
      <MoreButton query={query} />
    </Card>
  );
}
