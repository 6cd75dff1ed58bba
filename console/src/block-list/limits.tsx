import { useAccess } from '../access/queries.ts';
import { useShop } from '../session/shop-provider.tsx';
import { Callout } from '../ui/callout.tsx';
import { ButtonLink } from '../ui/link.tsx';
import { QuotaMeter } from '../ui/quota-meter.tsx';
import { useNow } from '../ui/use-now.ts';
import { relativeTime } from '../words/formats.ts';
import { useFormats } from '../words/reader-provider.tsx';
import { useWords } from '../words/words-provider.tsx';
import { limitsOf } from './limit-rules.ts';
import type { Limits } from './limit-rules.ts';
import css from './limits.module.css';

/** What may still be added; nothing until it is known. */
export function useLimits(): Limits | undefined {
  const { data } = useAccess();
  const now = useNow(30);
  return data && limitsOf(data, now);
}

/** When the shop's day ends, in its zone, which is named. */
function useReset(resetsAt: string | undefined) {
  const { locale } = useWords();
  const { time, timeZone } = useFormats();
  const now = useNow(30);
  return resetsAt === undefined
    ? {}
    : { relative: relativeTime(resetsAt, now, locale), time: time(resetsAt), timeZone };
}

export function LimitMeters() {
  const { t } = useWords();
  const limits = useLimits();
  const reset = useReset(limits?.today.resetsAt);
  if (!limits) return <div className={css.meters} />;
  const { list, today } = limits;
  return (
    <div className={css.meters}>
      <QuotaMeter
        label={t('blockList.limits.list')}
        used={list.used}
        limit={list.limit}
        note={t('blockList.limits.listNote', { left: list.left })}
      />
      <QuotaMeter
        label={t('blockList.limits.today')}
        used={today.used}
        limit={today.limit}
        note={t('blockList.limits.resets', reset)}
      />
    </div>
  );
}

/** Why nothing can be added now, or that it soon will be so: said before somebody has chosen and typed. */
export function LimitCallout() {
  const { t } = useWords();
  const { pathTo } = useShop();
  const limits = useLimits();
  const reset = useReset(limits?.today.resetsAt);
  if (!limits) return undefined;
  const { list, today, refusedBy } = limits;
  if (refusedBy === 'list')
    return (
      <Callout
        tone="warn"
        title={t('blockList.limits.listTitle')}
        action={
          <ButtonLink href={`${pathTo('block-list')}?order=ending`}>{t('blockList.limits.listAction')}</ButtonLink>
        }
      >
        {t('blockList.limits.listText', { limit: list.limit })}
      </Callout>
    );
  if (refusedBy === 'today')
    return (
      <Callout tone="warn" title={t('blockList.limits.todayTitle')}>
        {t('blockList.limits.todayText', { limit: today.limit, ...reset })}
      </Callout>
    );
  if (list.state === 'free' && today.state === 'free') return undefined;
  return <Callout>{t('blockList.limits.near', { list: list.left, today: today.left })}</Callout>;
}
