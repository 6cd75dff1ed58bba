import { QueryState } from '../api/query-state.tsx';
import { LoadingState } from '../ui/loading-state.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { Stack } from '../ui/stack.tsx';
import { useWords } from '../words/words-provider.tsx';
import { DueNext } from './due-next.tsx';
import { Figures } from './figures.tsx';
import { useDashboard } from './queries.ts';
import { QuotaCard, StoppedPerDay, WaiverCounts } from './summaries.tsx';

export function OverviewPage() {
  const { t } = useWords();
  const dashboard = useDashboard();
  return (
    <>
      <PageHeader title={t('overview.title')} about={t('overview.about')} />
      <Stack>
        <DueNext />
        <QueryState query={dashboard} loading={<LoadingState as="figures" />}>
          {(data) => (
            <>
              <Figures of={data} />
              <StoppedPerDay of={data} />
              <Stack as="grid">
                <QuotaCard of={data} />
                <WaiverCounts of={data} />
              </Stack>
            </>
          )}
        </QueryState>
      </Stack>
    </>
  );
}
