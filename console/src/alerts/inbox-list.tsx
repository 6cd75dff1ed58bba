import { CircleCheck, Search } from 'lucide-react';
import { useCallback, useMemo, useState } from 'react';
import { QueryState } from '../api/query-state.tsx';
import { focusRow } from '../ui/browser-rows.ts';
import { Callout } from '../ui/callout.tsx';
import { Card } from '../ui/card.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { LoadingState } from '../ui/loading-state.tsx';
import { Table } from '../ui/table.tsx';
import { useToasts } from '../ui/toasts.tsx';
import { useWords } from '../words/words-provider.tsx';
import { ActDialog } from './act-dialog.tsx';
import type { Act } from './action-rules.ts';
import { BulkBar } from './bulk-bar.tsx';
import { BulkDialog } from './bulk-dialog.tsx';
import { hasFilters } from './filter-rules.ts';
import type { InboxFilters } from './filter-rules.ts';
import { useInboxColumns } from './inbox-columns.tsx';
import { InboxKeys } from './inbox-keys.tsx';
import type { useInboxPlace } from './inbox-place.tsx';
import { LoadMore } from './load-more.tsx';
import { nameOf } from './name-rules.ts';
import type { Alert, useInbox } from './queries.ts';
import { RowMenu } from './row-menu.tsx';
import { rowAfterAnswer } from './row-focus-rules.ts';
import type { Row } from './settled-rows-rules.ts';
import { hasLeft } from './use-inbox-rows.tsx';
import { useSelection } from './use-selection.tsx';

type Asked =
  | { readonly type: 'one'; readonly alertId: string; readonly act: Act }
  | { readonly type: 'several'; readonly alerts: readonly Alert[]; readonly act: Act };

interface InboxListProps {
  readonly filters: InboxFilters;
  readonly query: ReturnType<typeof useInbox>;
  readonly rows: readonly Row[];
  readonly place: ReturnType<typeof useInboxPlace>;
}

export function InboxList({ filters, query, rows, place }: InboxListProps) {
  const { t } = useWords();
  const say = useToasts();
  const [asked, setAsked] = useState<Asked>();
  const alerts = useMemo(() => rows.map(({ alert }) => alert), [rows]);
  const { selected, select, selectAll, clear } = useSelection(alerts);
  const onAct = useCallback((alertId: string, act: Act) => setAsked({ type: 'one', alertId, act }), []);
  const [more, setMore] = useState<{ readonly alertId: string; readonly button: HTMLElement }>();
  const onMore = useCallback((alertId: string, button: HTMLElement) => setMore({ alertId, button }), []);
  const { view } = filters;
  const columns = useInboxColumns({ view, selected, onSelect: select, onSelectAll: selectAll, onAct, onMore });
  const ofMenu = more && alerts.find(({ alertId }) => alertId === more.alertId);
  const isQuiet = useCallback((row: Row) => hasLeft(filters, row), [filters]);
  const close = (done: readonly string[] = []): void => {
    setAsked(undefined);
    for (const alertId of done) select(alertId, false);
  };
  const onDone = ({ alertId, buyer }: Alert, act: Act): void => {
    close([alertId]);
    say({ text: t(`alerts.did.${act}`, { name: nameOf(buyer) }) });
    const next = rowAfterAnswer(
      rows.map(({ alert }) => ({ id: alert.alertId, canAct: alert.actions.some((one) => one !== 'block_buyer') })),
      alertId,
    );
    // The dialog gives the focus back first.
    setTimeout(() => focusRow(next), 50);
  };
  return (
    <Card isFlush>
      {query.isRefetchError && query.data && <Callout tone="warn" title={t('alerts.stale')} isNews />}
      <QueryState query={query} loading={<LoadingState rows={8} />}>
        {() =>
          rows.length === 0 ? (
            <NoRows filters={filters} query={query} />
          ) : (
            <Table
              label={t('alerts.list')}
              rows={rows}
              keyOf={keyOf}
              columns={columns}
              isQuiet={isQuiet}
              place={place.place}
              onLeave={place.leave}
            />
          )
        }
      </QueryState>
      {query.data && <LoadMore query={query} />}
      <BulkBar
        selected={alerts.filter(({ alertId }) => selected.has(alertId))}
        onAct={(act, chosen) => setAsked({ type: 'several', act, alerts: chosen })}
        onClear={clear}
      />
      <InboxKeys {...{ alerts, onAct }} onToggle={(id) => select(id, !selected.has(id))} />
      {more && ofMenu && <RowMenu {...more} {...{ alert: ofMenu, onAct }} onClose={() => setMore(undefined)} />}
      <AskedDialog asked={asked} onClose={close} onDone={onDone} />
    </Card>
  );
}

interface AskedDialogProps {
  readonly asked: Asked | undefined;
  /** With those that were answered. */
  readonly onClose: (done?: readonly string[]) => void;
  readonly onDone: (alert: Alert, act: Act) => void;
}

function AskedDialog({ asked, onClose, onDone }: AskedDialogProps) {
  if (asked?.type === 'one') return <ActDialog {...asked} onClose={() => onClose()} onDone={onDone} />;
  return asked && <BulkDialog {...asked} onClose={onClose} />;
}

const keyOf = ({ alert }: Row): string => alert.alertId;

/** Nothing to show: since there is nothing, since nothing fits, or since it was not found yet. */
function NoRows({ filters, query }: Pick<InboxListProps, 'filters' | 'query'>) {
  const { t } = useWords();
  if (query.hasNextPage) return <EmptyState icon={Search} title={t('alerts.searching')} />;
  const kind = hasFilters(filters) ? 'filtered' : filters.view;
  return (
    <EmptyState icon={kind === 'filtered' ? Search : CircleCheck} title={t(`alerts.none.${kind}.title`)}>
      {t(`alerts.none.${kind}.text`)}
    </EmptyState>
  );
}
