import { relativeTime } from '../words/formats.ts';
import { useFormats } from '../words/reader-provider.tsx';
import { useWords } from '../words/words-provider.tsx';
import { classNames } from './class-names.ts';
import css from './figures.module.css';
import { TooltipText } from './tooltip.tsx';
import { useNow } from './use-now.ts';

/** How long ago, or until when; on hover and focus exactly, in the shop's zone, which is named. */
export function Time({ at }: { readonly at: string }) {
  const { locale, t } = useWords();
  const { time, timeZone } = useFormats();
  const now = useNow(30);
  return (
    <TooltipText text={t('ui.exactTime', { time: time(at), timeZone })}>
      <time className={css.time} dateTime={at} tabIndex={0}>
        {relativeTime(at, now, locale)}
      </time>
    </TooltipText>
  );
}

/** On which day, for what is far off or asked about as a date; on hover and focus to the minute. */
export function Day({ at }: { readonly at: string }) {
  const { t } = useWords();
  const { time, day, timeZone } = useFormats();
  return (
    <TooltipText text={t('ui.exactTime', { time: time(at), timeZone })}>
      <time className={css.time} dateTime={at} tabIndex={0}>
        {day(at)}
      </time>
    </TooltipText>
  );
}

/** To the minute, with the zone: on what is printed, or compared with other papers. */
export function ExactTime({ at }: { readonly at: string }) {
  const { time } = useFormats();
  return (
    <time className={css.exact} dateTime={at}>
      {time(at)}
    </time>
  );
}

/** Under the heading of its day: the time alone; on hover and focus exactly. */
export function TimeOfDay({ at }: { readonly at: string }) {
  const { t } = useWords();
  const { time, clock, timeZone } = useFormats();
  return (
    <TooltipText text={t('ui.exactTime', { time: time(at), timeZone })}>
      <time className={classNames(css.time, css.quiet)} dateTime={at} tabIndex={0}>
        {clock(at)}
      </time>
    </TooltipText>
  );
}
