import { Callout } from '../ui/callout.tsx';
import { Time } from '../ui/time.tsx';
import { Words, useWords } from '../words/words-provider.tsx';
import { subjectWord } from './action-rules.ts';
import type { Difference } from './action-rules.ts';
import type { Alert } from './queries.ts';
import { useWho } from './who.tsx';

interface ChangedNoticeProps {
  readonly difference: Difference;
  readonly alert: Alert;
}

/** Somebody was quicker, or the marketplace: what is so now. */
export function ChangedNotice({ difference, alert }: ChangedNoticeProps) {
  const { t } = useWords();
  return (
    <Callout tone="warn" title={t('alerts.ask.changed')} isNews>
      <p>
        <DifferenceText of={difference} alert={alert} />
      </p>
      <p>{t('alerts.ask.unchangedByYou')}</p>
    </Callout>
  );
}

function DifferenceText({ of, alert }: { readonly of: Difference; readonly alert: Alert }) {
  const who = useWho();
  const word = of.type === 'ended' ? of.status : of.type;
  const by = 'by' in of ? of.by : undefined;
  const time = 'at' in of ? <Time at={of.at} /> : '';
  return <Words of={`alerts.difference.${word}`} with={{ of: subjectWord(alert), time, ...who(by) }} />;
}
