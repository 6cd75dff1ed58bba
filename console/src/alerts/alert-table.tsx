import { useShop } from '../session/shop-provider.tsx';
import { Badge, Severity } from '../ui/badge.tsx';
import type { Tone } from '../ui/badge.tsx';
import { BuyerName } from '../ui/buyer-name.tsx';
import { Countdown } from '../ui/countdown.tsx';
import { Money } from '../ui/money.tsx';
import { Table } from '../ui/table.tsx';
import { Time } from '../ui/time.tsx';
import { useWords } from '../words/words-provider.tsx';
import type { Alert } from './queries.ts';

const statusTones: Readonly<Record<Alert['status'], Tone>> = {
  open: 'accent',
  action_requested: 'warn',
  resolved: 'good',
  dismissed: 'neutral',
  withdrawn: 'neutral',
  expired: 'neutral',
};

interface AlertTableProps {
  readonly label: string;
  readonly alerts: readonly Alert[];
}

export function AlertTable({ label, alerts }: AlertTableProps) {
  const { t } = useWords();
  const { pathTo } = useShop();
  return (
    <Table
      label={label}
      rows={alerts}
      keyOf={({ alertId }) => alertId}
      columns={[
        {
          id: 'buyer',
          label: t('alerts.columns.buyer'),
          isTitle: true,
          cell: ({ alertId, buyer }) => <BuyerName {...buyer} href={pathTo(`alerts/${alertId}`)} />,
        },
        { id: 'kind', label: t('alerts.columns.kind'), cell: ({ kind }) => t(`alerts.kind.${kind}`) },
        { id: 'severity', label: t('alerts.columns.severity'), cell: ({ severity }) => <Severity of={severity} /> },
        { id: 'due', label: t('alerts.columns.due'), cell: (alert) => <Due alert={alert} /> },
        { id: 'raised', label: t('alerts.columns.raised'), cell: ({ raisedAt }) => <Time at={raisedAt} /> },
        {
          id: 'amount',
          label: t('alerts.columns.amount'),
          isNumber: true,
          cell: ({ amount }) => amount && <Money of={amount} />,
        },
      ]}
    />
  );
}

/** Until when somebody can act, and what is so then; of an alert that has ended, how. */
function Due({ alert: { status, kind, respondBy } }: { readonly alert: Alert }) {
  const { t } = useWords();
  if (status !== 'open') return <Badge tone={statusTones[status]}>{t(`alerts.status.${status}`)}</Badge>;
  if (respondBy === undefined) return t('alerts.noDeadline');
  return <Countdown until={respondBy} consequence={t(`alerts.atZero.${kind}`)} />;
}
