import { useSearchParams } from 'react-router';
import { QueryState } from '../api/query-state.tsx';
import { FairnessCard } from '../fairness/fairness-card.tsx';
import { LoadingState } from '../ui/loading-state.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { Segments } from '../ui/segments.tsx';
import { Stack } from '../ui/stack.tsx';
import { useCodeWords } from './use-code-words.ts';
import { useWords } from '../words/words-provider.tsx';
import { ByCategory } from './by-category.tsx';
import { DueNext } from './due-next.tsx';
import { Figures } from './figures.tsx';
import { FirstDay } from './first-day.tsx';
import { isFirstDay } from './first-day-rules.ts';
import { StoppedPerDay } from './per-day.tsx';
import { periodOf, periods } from './period-rules.ts';
import { useDashboard } from './queries.ts';
import type { Dashboard } from './queries.ts';
import { QuotaCard, WaiverCounts } from './summaries.tsx';

export function OverviewPage() {
  const { t } = useWords();
  const [search] = useSearchParams();
  const period = periodOf(search.get('days'));
  const dashboard = useDashboard(period);
  const segments = periods.map((days) => ({
    id: String(days),
    label: t('overview.period.days', { days }),
    href: days === periods[0] ? '?' : `?days=${days}`,
  }));
  return (
    <>
      <PageHeader title={t('overview.title')} about={t('overview.about')}>
        <Segments label={t('overview.period.label')} segments={segments} chosen={String(period)} />
      </PageHeader>
      <Stack>
        {dashboard.data && isFirstDay(dashboard.data) ? <FirstDay /> : <DueNext />}
        <QueryState query={dashboard} loading={<LoadingState as="figures" />}>
          {(data) => <Counted of={data} />}
        </QueryState>
        <FairnessCard />
      </Stack>
    </>
  );
}

function Counted({ of }: { readonly of: Dashboard }) {
  const { t } = useWords();
  const { categoryName, reasonName } = useCodeWords();
  const days = of.days.length;
  return (
    <>
      <Figures of={of} />
      <StoppedPerDay of={of} />
      <Stack as="pairs">
        <ByCategory
          title={t('overview.category.fraud')}
          about={t('overview.category.fraudAbout', { days })}
          none={t('overview.category.noFraud', { days })}
          counts={of.totals.fraudIntercepted.byCategory}
          nameOf={categoryName}
        />
        <ByCategory
          title={t('overview.category.stopped')}
          about={t('overview.category.stoppedAbout', { days })}
          none={t('overview.category.noStopped', { days })}
          counts={of.totals.ordersStopped.byReason}
          nameOf={reasonName}
        />
        <QuotaCard of={of} />
        <WaiverCounts of={of} />
      </Stack>
    </>
  );
}
