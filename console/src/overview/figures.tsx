import type { ReactNode } from 'react';
import { Tooltip } from '../ui/tooltip.tsx';
import { useFormats } from '../words/reader-provider.tsx';
import { useWords } from '../words/words-provider.tsx';
import css from './figures.module.css';
import type { Dashboard } from './queries.ts';

/** The four numbers that matter most, each saying of what and since when. */
export function Figures({ of }: { readonly of: Dashboard }) {
  const { t } = useWords();
  const { number, money } = useFormats();
  const { openAlerts, totals } = of;
  const orders = openAlerts.security_alert_order;
  const refunds = openAlerts.risk_refund;
  const amounts = totals.protectedAmounts;
  const days = of.days.length;
  return (
    <dl className={css.figures} aria-label={t('overview.figures.label', { days })}>
      <Figure label={t('overview.figures.open')} note={t('overview.figures.openNote', { orders, refunds })}>
        {number(orders + refunds)}
      </Figure>
      <Figure label={t('overview.figures.fraud')} note={t('overview.figures.fraudNote', { days })}>
        {number(totals.fraudIntercepted.total)}
      </Figure>
      <Figure
        label={t('overview.figures.stopped')}
        note={t('overview.figures.stoppedNote', { days })}
        more={totals.prevented.amounts.map((amount) => t('overview.figures.stoppedWorth', { amount: money(amount) }))}
        {...(totals.prevented.amounts.length > 0 && { explained: t('overview.figures.stoppedAbout') })}
      >
        {number(totals.ordersStopped.total)}
      </Figure>
      <Figure
        label={t('overview.figures.protected')}
        note={t('overview.figures.protectedNote', { days })}
        explained={t('overview.figures.protectedAbout')}
      >
        {amounts.length === 0
          ? t('overview.figures.noAmount')
          : amounts.map((amount) => <div key={amount.currency}>{money(amount)}</div>)}
      </Figure>
    </dl>
  );
}

interface FigureProps {
  readonly label: string;
  readonly note: string;
  /** What it is exactly, where that is not plain. */
  readonly explained?: string;
  /** Beside the note, a line each. */
  readonly more?: readonly string[];
  readonly children: ReactNode;
}

function Figure({ label, note, explained, more = [], children }: FigureProps) {
  return (
    <div className={css.figure}>
      <dt className={css.label}>
        {label}
        {explained !== undefined && <Tooltip text={explained} isShort />}
      </dt>
      <dd className={css.value}>{children}</dd>
      <dd className={css.note}>{note}</dd>
      {more.map((line) => (
        <dd key={line} className={css.note}>
          {line}
        </dd>
      ))}
    </div>
  );
}
