import { Clock } from 'lucide-react';
import type { ReactNode } from 'react';
import { useFormats } from '../words/reader-provider.tsx';
import { useWords } from '../words/words-provider.tsx';
import { classNames } from './class-names.ts';
import { remainingUntil } from './countdown-rules.ts';
import css from './countdown.module.css';
import { TooltipText } from './tooltip.tsx';
import { useNowUntil } from './use-now.ts';

interface CountdownProps {
  readonly until: string;
  /** What happens then, beside the time that is left: "Refunded automatically". */
  readonly consequence?: ReactNode;
  /** What is so once it has passed. */
  readonly over?: ReactNode;
}

/** Time that is left, and what happens at its end. */
export function Countdown({ until, consequence, over }: CountdownProps) {
  const { t } = useWords();
  const { time, timeZone } = useFormats();
  const deadline = Date.parse(until);
  const { pressure, ...left } = remainingUntil(deadline, useNowUntil(deadline));
  const size = left.days > 0 ? 'days' : left.hours > 0 ? 'hours' : 'minutes';
  return (
    <span className={classNames(css.countdown, css[pressure])}>
      <TooltipText text={t('ui.exactTime', { time: time(until), timeZone })}>
        <time className={css.left} dateTime={until} tabIndex={0}>
          <Clock size={14} aria-hidden />
          {pressure === 'over' ? (over ?? t('ui.countdown.over')) : t(`ui.countdown.${size}`, left)}
        </time>
      </TooltipText>
      {consequence !== undefined && pressure !== 'over' && <span className={css.consequence}>{consequence}</span>}
    </span>
  );
}
