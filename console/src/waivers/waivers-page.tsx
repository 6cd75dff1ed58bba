import { BadgeCheck } from 'lucide-react';
import { useSearchParams } from 'react-router';
import { MoreButton } from '../api/more-button.tsx';
import { itemsOf } from '../api/pages.ts';
import { QueryState } from '../api/query-state.tsx';
import { ExportButton } from '../transfer/export-button.tsx';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { Select } from '../ui/select.tsx';
import { Stack } from '../ui/stack.tsx';
import { useWords } from '../words/words-provider.tsx';
import { filtersOf, statuses, subjectTypes, withFilter } from './filter-rules.ts';
import { useWaivers } from './queries.ts';
import { WaiverTable } from './waiver-table.tsx';

/** The address keeps the filters: a list of them can be shared. */
export function WaiversPage() {
  const { t } = useWords();
  const [search] = useSearchParams();
  const filters = filtersOf(search);
  const query = useWaivers(filters);
  const isFiltered = Object.keys(filters).length > 0;
  return (
    <>
      <PageHeader title={t('waivers.title')} about={t('waivers.about')}>
        {query.isStale && !query.isFetching && (
          <Button onPress={() => void query.refetch()}>{t('waivers.changed')}</Button>
        )}
        <ExportButton of="waivers" />
      </PageHeader>
      <Stack>
        <Filters />
        <Card isFlush>
          <QueryState query={query}>
            {(data) => {
              const waivers = itemsOf(data, ({ subjectType, subjectId }) => `${subjectType} ${subjectId}`);
              if (waivers.length > 0) return <WaiverTable waivers={waivers} />;
              return (
                !query.hasNextPage && (
                  <EmptyState icon={BadgeCheck} title={t(isFiltered ? 'waivers.noneFiltered' : 'waivers.none')}>
                    {t('waivers.noneText')}
                  </EmptyState>
                )
              );
            }}
          </QueryState>
          <MoreButton query={query} />
        </Card>
      </Stack>
    </>
  );
}

function Filters() {
  const { t } = useWords();
  const [search, setSearch] = useSearchParams();
  const change = (name: 'subjectType' | 'status') => (value: string) =>
    setSearch(withFilter(search, name, value), { replace: true });
  const { subjectType = '', status = '' } = filtersOf(search);
  return (
    <Stack as="row" gap={3}>
      <Select
        label={t('waivers.filters.subjectType')}
        value={subjectType}
        onChange={change('subjectType')}
        choices={[
          { value: '', label: t('waivers.filters.anySubject') },
          ...subjectTypes.map((value) => ({ value, label: t(`waivers.filters.${value}`) })),
        ]}
      />
      <Select
        label={t('waivers.filters.status')}
        value={status}
        onChange={change('status')}
        choices={[
          { value: '', label: t('waivers.filters.anyStatus') },
          ...statuses.map((value) => ({ value, label: t(`waivers.status.${value}`) })),
        ]}
      />
    </Stack>
  );
}
