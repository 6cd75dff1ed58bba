import { useMemo } from 'react';
import { useSearchParams } from 'react-router';
import { Button } from '../ui/button.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { Tabs } from '../ui/tabs.tsx';
import { useWords } from '../words/words-provider.tsx';
import { filtersFrom, inView, searchOf, views } from './filter-rules.ts';
import type { InboxFilters } from './filter-rules.ts';
import { InboxFilterBar } from './inbox-filter-bar.tsx';
import { InboxList } from './inbox-list.tsx';
import { useInboxPlace } from './inbox-place.tsx';
import css from './inbox.module.css';
import { useInbox } from './queries.ts';
import { useInboxRows } from './use-inbox-rows.tsx';
import type { InboxRows } from './use-inbox-rows.tsx';

/** The address keeps view and filters: back, reload and a link to it lead to the same list. */
export function AlertsPage() {
  const { t } = useWords();
  const [search, setSearch] = useSearchParams();
  const address = search.toString();
  const filters = useMemo(() => filtersFrom(new URLSearchParams(address)), [address]);
  const show = (next: InboxFilters): void => setSearch(searchOf(next), { replace: true });
  return (
    <>
      <PageHeader title={t('alerts.title')} about={t('alerts.about')} />
      <Tabs
        label={t('alerts.tabs.label')}
        tabs={views.map((id) => ({
          id,
          label: t(`alerts.tabs.${id}`),
          search: searchOf(inView(filters, id)).toString(),
        }))}
        chosen={filters.view}
      />
      <Inbox key={searchOf(filters).toString()} filters={filters} onChange={show} />
    </>
  );
}

interface InboxProps {
  readonly filters: InboxFilters;
  readonly onChange: (filters: InboxFilters) => void;
}

/** One list: that of these filters. */
function Inbox({ filters, onChange }: InboxProps) {
  const place = useInboxPlace();
  const query = useInbox(filters);
  const inbox = useInboxRows(filters, query, place.isBack);
  const buyer = inbox.rows[0]?.alert.buyer;
  return (
    <>
      <InboxFilterBar filters={filters} onChange={onChange} buyerName={buyer?.username}>
        <LatestButton of={inbox} />
      </InboxFilterBar>
      <InboxList filters={filters} query={query} rows={inbox.rows} place={place} />
    </>
  );
}

/** What came since waits here, so that no row moves under the pointer. */
function LatestButton({ of: { waiting, answered, showLatest } }: { readonly of: InboxRows }) {
  const { t } = useWords();
  return (
    <span className={css.latest} role="status">
      {waiting > 0 && (
        <Button look="primary" onPress={showLatest}>
          {t('alerts.new', { count: waiting })}
        </Button>
      )}
      {waiting === 0 && answered > 0 && (
        <Button look="quiet" onPress={showLatest}>
          {t('alerts.answeredAbove', { count: answered })}
        </Button>
      )}
    </span>
  );
}
