import { Ban } from 'lucide-react';
import { useShop } from '../session/shop-provider.tsx';
import { Badge } from '../ui/badge.tsx';
import type { Tone } from '../ui/badge.tsx';
import { BuyerName } from '../ui/buyer-name.tsx';
import { Countdown } from '../ui/countdown.tsx';
import { Time } from '../ui/time.tsx';
import { useWords } from '../words/words-provider.tsx';
import css from './alerts.module.css';
import { categoryWord } from './reason-rules.ts';
import type { Alert } from './queries.ts';
import { Reason } from './reason.tsx';
import type { Row } from './settled-rows-rules.ts';

const statusTones: Readonly<Record<Alert['status'], Tone>> = {
  open: 'accent',
  action_requested: 'warn',
  resolved: 'good',
  dismissed: 'neutral',
  withdrawn: 'neutral',
  expired: 'neutral',
};

export function StatusBadge({ of: { kind, status } }: { readonly of: Alert }) {
  const { t } = useWords();
  // Fraud that was stopped has no other state.
  if (kind === 'fraud_outcome') return <Badge tone="good">{t('alerts.columns.happened')}</Badge>;
  return <Badge tone={statusTones[status]}>{t(`alerts.status.${status}`)}</Badge>;
}

export function BlockedBadge() {
  const { t } = useWords();
  return (
    <Badge tone="neutral" icon={Ban}>
      {t('alerts.blocked')}
    </Badge>
  );
}

/** Picture and name, which lead to the alert, and whether the buyer is on the Block List. */
export function BuyerCell({ row: { alert, mark } }: { readonly row: Row }) {
  const { t } = useWords();
  const { pathTo } = useShop();
  const isMarked = alert.isBlocked || mark !== undefined;
  const marks = (
    <span className={css.badges}>
      {alert.isBlocked && <BlockedBadge />}
      {mark === 'changed' && <Badge tone="accent">{t('alerts.changedRow')}</Badge>}
      {mark === 'gone' && <Badge>{t('alerts.goneRow')}</Badge>}
    </span>
  );
  return (
    <span className={css.buyerCell}>
      <BuyerName {...alert.buyer} href={pathTo(`alerts/${alert.alertId}`)} note={isMarked ? marks : undefined} />
    </span>
  );
}

/** What it is, and the first reason for it. */
export function KindCell({ alert }: { readonly alert: Alert }) {
  const { t } = useWords();
  const { kind, category, reasons } = alert;
  const [first, ...others] = reasons;
  return (
    <span className={css.kind}>
      {t(`alerts.kind.${kind}`)}
      <span className={css.note}>
        {kind === 'fraud_outcome' ? t(categoryWord(category)) : first && <Reason of={first} />}
        {others.length > 0 && <span className={css.more}> {t('alerts.moreReasons', { count: others.length })}</span>}
      </span>
    </span>
  );
}

/** Until when somebody can act, and what is so then; of an alert that has ended, how and when. */
export function DueCell({ alert }: { readonly alert: Alert }) {
  const { t } = useWords();
  const { status, kind, respondBy, flaggedAt, changedAt } = alert;
  if (kind === 'fraud_outcome') return <Time at={flaggedAt} />;
  if (status !== 'open')
    return (
      <span className={css.kind}>
        <StatusBadge of={alert} />
        <span className={css.note}>
          <Time at={changedAt} />
        </span>
      </span>
    );
  if (respondBy === undefined) return <span className={css.note}>{t('alerts.noDeadline')}</span>;
  return <Countdown until={respondBy} consequence={t(`alerts.atZero.${kind}`)} over={t('alerts.over')} />;
}
