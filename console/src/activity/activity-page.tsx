import { History } from 'lucide-react';
import { useMemo, useRef } from 'react';
import { MoreButton } from '../api/more-button.tsx';
import { itemsOf } from '../api/pages.ts';
import { QueryState } from '../api/query-state.tsx';
import { useKnownBuyers } from '../api/use-known-buyers.ts';
import { ExportButton } from '../transfer/export-button.tsx';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { Stack } from '../ui/stack.tsx';
import { useNearEnd } from '../ui/use-near-end.ts';
import { useNow } from '../ui/use-now.ts';
import { useFormats } from '../words/reader-provider.tsx';
import { useWords } from '../words/words-provider.tsx';
import { ActivityRow } from './activity-row.tsx';
import css from './activity.module.css';
import { byDay } from './day-rules.ts';
import { useActivity } from './queries.ts';
import type { Activity } from './queries.ts';
import { useBlockedNames } from './use-blocked-names.ts';

export function ActivityPage() {
  const { t } = useWords();
  const query = useActivity();
  const end = useRef<HTMLDivElement>(null);
  const canGoOn = query.hasNextPage && !query.isFetchingNextPage && !query.isFetchNextPageError;
  useNearEnd(end, () => void query.fetchNextPage(), canGoOn);
  return (
    <>
      <PageHeader title={t('activity.title')} about={t('activity.about')}>
        {query.isStale && !query.isFetching && (
          <Button onPress={() => void query.refetch()}>{t('activity.new')}</Button>
        )}
        <ExportButton of="activity" />
      </PageHeader>
      <QueryState query={query}>
        {(data) => {
          const items = itemsOf(data, ({ activityId }) => activityId);
          if (items.length > 0) return <Days items={items} />;
          return (
            !query.hasNextPage && (
              <Card>
                <EmptyState icon={History} title={t('activity.none')}>
                  {t('activity.noneText')}
                </EmptyState>
              </Card>
            )
          );
        }}
      </QueryState>
      <div ref={end} />
      <MoreButton query={query} />
    </>
  );
}

function Days({ items }: { readonly items: readonly Activity[] }) {
  const { t } = useWords();
  const { date, shopDate } = useFormats();
  const blocked = useBlockedNames();
  const names = useKnownBuyers(`${items.length} ${blocked}`);
  const days = useMemo(() => byDay(items, ({ at }) => shopDate(at)), [items, shopDate]);
  const now = useNow(60);
  const today = shopDate(new Date(now).toISOString());
  const yesterday = shopDate(new Date(now - 86_400_000).toISOString());
  const nameOf = (day: string): string =>
    day === today || day === yesterday
      ? t(day === today ? 'activity.today' : 'activity.yesterday', { date: date(day) })
      : date(day);
  return (
    <Stack>
      {days.map((day) => (
        <Card key={day.date} title={nameOf(day.date)} isFlush>
          <ol className={css.list}>
            {day.items.map((activity) => (
              <ActivityRow key={activity.activityId} activity={activity} names={names} />
            ))}
          </ol>
        </Card>
      ))}
    </Stack>
  );
}
