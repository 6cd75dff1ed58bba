import { Card } from '../ui/card.tsx';
import { Facts } from '../ui/facts.tsx';
import { IdText } from '../ui/id-text.tsx';
import { Money } from '../ui/money.tsx';
import { Time } from '../ui/time.tsx';
import { useWords } from '../words/words-provider.tsx';
import { categoryWord } from './reason-rules.ts';
import type { Alert } from './queries.ts';

/** The order, refund or review that it is about. */
export function AlertSubject({ alert }: { readonly alert: Alert }) {
  const { t } = useWords();
  const { kind, orderId, refundId, about, amount, category, flaggedAt } = alert;
  const isFraud = kind === 'fraud_outcome';
  const ids = [
    { type: 'refund' as const, id: refundId },
    { type: 'order' as const, id: orderId },
    { type: about?.type ?? ('order' as const), id: about?.id },
  ];
  const known = new Map(ids.flatMap(({ type, id }) => (id === undefined ? [] : [[id, type] as const])));
  const facts = [
    isFraud && { label: t('alerts.page.category'), value: t(categoryWord(category)) },
    ...[...known].map(([id, type]) => ({ label: t(`alerts.page.${type}`), value: <IdText id={id} /> })),
    amount && {
      label: t(isFraud ? 'alerts.page.protected' : 'alerts.page.amount'),
      value: <Money of={amount} />,
    },
    { label: t(isFraud ? 'alerts.page.happened' : 'alerts.page.flagged'), value: <Time at={flaggedAt} /> },
  ];
  return (
    <Card title={t('alerts.page.subject')}>
      <Facts facts={facts.filter((fact) => fact !== false && fact !== undefined)} />
    </Card>
  );
}
