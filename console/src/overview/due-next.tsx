import { CircleCheck } from 'lucide-react';
import { useEffect } from 'react';
import type { ReactNode } from 'react';
import { useDueAlerts } from '../alerts/queries.ts';
import { QueryState } from '../api/query-state.tsx';
import { useLive } from '../live/live-provider.tsx';
import { useShop } from '../session/shop-provider.tsx';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { Link } from '../ui/link.tsx';
import { Stack } from '../ui/stack.tsx';
import { useWords } from '../words/words-provider.tsx';
import { DueList } from './due-list.tsx';
import { useOpenAlertCount } from './queries.ts';

/** What needs a seller first, with what happens if nobody acts. */
export function DueNext() {
  const { t } = useWords();
  const { pathTo, mayAct } = useShop();
  const due = useDueAlerts();
  const count = useOpenAlertCount();
  const waiting = useWaiting(due.data);
  const all = <Link href={pathTo('alerts')}>{t('overview.due.all', { count })}</Link>;
  const about = mayAct ? t('overview.due.about') : t('overview.due.aboutViewer');
  return (
    <Card title={t('overview.due.title')} about={about} aside={<Aside all={all} {...waiting} />} isFlush>
      <QueryState query={due}>
        {(alerts) =>
          alerts.length === 0 ? (
            <EmptyState icon={CircleCheck} title={t('overview.due.none')}>
              {t('overview.due.noneText')}
            </EmptyState>
          ) : (
            <DueList label={t('overview.due.title')} alerts={alerts} />
          )
        }
      </QueryState>
    </Card>
  );
}

interface Waiting {
  readonly count: number;
  readonly show: () => void;
}

/** What came since waits until it is asked for, so that nothing moves under the pointer; where nothing is, nothing can. */
function useWaiting(shown: readonly { readonly alertId: string }[] | undefined): Waiting {
  const { raised, showNewAlerts: show } = useLive();
  const isNew = (alert: (typeof raised)[number]): boolean =>
    alert.status === 'open' && !shown?.some(({ alertId }) => alertId === alert.alertId);
  const count = raised.filter(isNew).length;
  const isEmpty = shown?.length === 0;
  useEffect(() => {
    if (isEmpty && count > 0) show();
  }, [isEmpty, count, show]);
  return { count, show };
}

function Aside({ all, count, show }: Waiting & { readonly all: ReactNode }) {
  const { t } = useWords();
  return (
    <Stack as="row" gap={3}>
      <span role="status">{count > 0 && <Button onPress={show}>{t('alerts.new', { count })}</Button>}</span>
      {all}
    </Stack>
  );
}
