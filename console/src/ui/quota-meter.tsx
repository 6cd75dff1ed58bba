import { Label, Meter } from 'react-aria-components';
import type { ReactNode } from 'react';
import { useFormats } from '../words/reader-provider.tsx';
import { useWords } from '../words/words-provider.tsx';
import { classNames } from './class-names.ts';
import css from './quota-meter.module.css';

interface QuotaMeterProps {
  readonly label: string;
  readonly used: number;
  readonly limit: number;
  /** When it is less again. */
  readonly note?: ReactNode;
}

/** What is used of what is allowed, in figures; the bar only repeats them. */
export function QuotaMeter({ label, used, limit, note }: QuotaMeterProps) {
  const { t } = useWords();
  const { number } = useFormats();
  const isFull = used >= limit;
  const text = t('ui.quota', { used: number(used), limit: number(limit) });
  return (
    <Meter className={css.meter} value={Math.min(used, limit)} maxValue={Math.max(limit, 1)} valueLabel={text}>
      <div className={css.words}>
        <Label>{label}</Label>
        <span className={css.figures}>{text}</span>
      </div>
      <svg className={css.track} aria-hidden preserveAspectRatio="none" viewBox="0 0 100 1">
        <rect
          className={classNames(css.fill, isFull && css.full)}
          width={Math.min(100, (100 * used) / Math.max(limit, 1))}
          height="1"
        />
      </svg>
      {note !== undefined && <span className={css.note}>{note}</span>}
    </Meter>
  );
}
