import { CircleCheck } from 'lucide-react';
import { useDueAlerts } from '../alerts/queries.ts';
import { QueryState } from '../api/query-state.tsx';
import { useShop } from '../session/shop-provider.tsx';
import { Card } from '../ui/card.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { Link } from '../ui/link.tsx';
import { useWords } from '../words/words-provider.tsx';
import { DueList } from './due-list.tsx';
import { useOpenAlertCount } from './queries.ts';

/** What needs a seller first, with what happens if nobody acts. */
export function DueNext() {
  const { t } = useWords();
  const { pathTo, mayAct } = useShop();
  const due = useDueAlerts();
  const count = useOpenAlertCount();
  const all = <Link href={pathTo('alerts')}>{t('overview.due.all', { count })}</Link>;
  const about = mayAct ? t('overview.due.about') : t('overview.due.aboutViewer');
  return (
    <Card title={t('overview.due.title')} about={about} aside={all} isFlush>
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
