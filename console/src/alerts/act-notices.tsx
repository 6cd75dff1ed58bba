import { CircleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { outcomeWord, problemWords } from '../api/problem-words.ts';
import { Time } from '../ui/time.tsx';
import { Words, useWords } from '../words/words-provider.tsx';
import css from './alerts.module.css';
import { subjectWord } from './action-rules.ts';
import type { Difference } from './action-rules.ts';
import type { Alert } from './queries.ts';
import { useWho } from './who.tsx';

/** Something that a seller has to know before they go on. */
export function Notice({ children }: { readonly children: ReactNode }) {
  return (
    <div className={css.notice} role="alert">
      <CircleAlert size={16} aria-hidden />
      <div>{children}</div>
    </div>
  );
}

interface ChangedNoticeProps {
  readonly difference: Difference;
  readonly alert: Alert;
}

/** Somebody was quicker, or the marketplace: what is so now. */
export function ChangedNotice({ difference, alert }: ChangedNoticeProps) {
  const { t } = useWords();
  return (
    <Notice>
      <strong>{t('alerts.ask.changed')}</strong>
      <p>
        <DifferenceText of={difference} alert={alert} />
      </p>
      <p>{t('alerts.ask.unchangedByYou')}</p>
    </Notice>
  );
}

function DifferenceText({ of, alert }: { readonly of: Difference; readonly alert: Alert }) {
  const who = useWho();
  const word = of.type === 'ended' ? of.status : of.type;
  const by = 'by' in of ? of.by : undefined;
  const time = 'at' in of ? <Time at={of.at} /> : '';
  return <Words of={`alerts.difference.${word}`} with={{ of: subjectWord(alert), time, ...who(by) }} />;
}

/** Why nothing came of it, and whether something may have. */
export function FailedNotice({ error }: { readonly error: unknown }) {
  const { t } = useWords();
  const { title, requestId } = problemWords(error);
  return (
    <Notice>
      <strong>{t(title)}</strong>
      <p>{t(outcomeWord(error))}</p>
      {requestId !== undefined && <p className={css.note}>{t('ui.request', { requestId })}</p>}
    </Notice>
  );
}
