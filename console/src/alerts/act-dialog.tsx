import { useState } from 'react';
import { ProblemCallout } from '../api/problem-callout.tsx';
import { ProblemState } from '../api/problem.tsx';
import { Button } from '../ui/button.tsx';
import { Callout } from '../ui/callout.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { LoadingState } from '../ui/loading-state.tsx';
import { Stack } from '../ui/stack.tsx';
import { useNow } from '../ui/use-now.ts';
import { useOnline } from '../ui/use-online.ts';
import { useWords } from '../words/words-provider.tsx';
import css from './alerts.module.css';
import { useDecide } from './act-queries.ts';
import type { ShownAlert } from './act-queries.ts';
import { canAct, differenceBetween } from './action-rules.ts';
import type { Act, Choice } from './action-rules.ts';
import { AlertSummary } from './alert-summary.tsx';
import { ChangedNotice } from './changed-notice.tsx';
import { ChoiceFields } from './choice-fields.tsx';
import { useAlert } from './queries.ts';
import type { Alert } from './queries.ts';
import { WhatFollows } from './what-follows.tsx';

interface ActDialogProps {
  readonly alertId: string;
  readonly act: Act;
  readonly onClose: () => void;
  /** After it was done: the alert as it is then. */
  readonly onDone: (alert: Alert, act: Act) => void;
}

/**
 * Asks before an alert is answered. It acts on the state that the seller sees here and on no other: when somebody else was
 * quicker it says who did what, keeps what was chosen, and the seller decides again.
 */
export function ActDialog({ alertId, act, onClose, onDone }: ActDialogProps) {
  const { t } = useWords();
  const { now, seen, error, refetch } = useSeenAlert(alertId);
  const [choice, setChoice] = useState<Choice | undefined>(act === 'dismiss' ? undefined : { act });
  const [isIncomplete, setIsIncomplete] = useState(false);
  const decide = useDecide(alertId);
  const isOnline = useOnline();
  const isPossible = canActNow(now, act, useNow());
  const difference = now && seen && differenceBetween(seen.alert, now.alert);
  const confirm = (): void => {
    if (!choice || !now) return setIsIncomplete(true);
    decide.mutate(
      { choice, etag: now.etag },
      {
        onSuccess: ({ alert }) => onDone({ ...alert, buyer: now.alert.buyer }, act),
        // What stands in the way is shown as it is now.
        onError: () => void refetch(),
      },
    );
  };
  const actions = (
    <>
      <Button onPress={onClose}>{t(isPossible || !now ? 'alerts.ask.back' : 'alerts.ask.backToAlert')}</Button>
      {isPossible && isOnline && (
        <Button look={act === 'dismiss' ? 'primary' : 'danger'} isPending={decide.isPending} onPress={confirm}>
          {t(difference ? `alerts.ask.allTheSame.${act}` : `alerts.act.${act}`)}
        </Button>
      )}
    </>
  );
  return (
    <Dialog title={t(`alerts.ask.title.${act}`)} isOpen onClose={onClose} size="small" isAlert actions={actions}>
      {now === undefined && (error ? <ProblemState error={error} onRetry={() => void refetch()} /> : <LoadingState />)}
      {now && (
        <Stack>
          <div className={css.box}>
            <AlertSummary of={now.alert} />
          </div>
          {difference && <ChangedNotice difference={difference} alert={now.alert} />}
          {!isPossible && !difference && <Callout tone="warn" title={t('alerts.ask.impossible')} isNews />}
          {isPossible && <WhatFollows act={act} alert={now.alert} />}
          {isPossible && <ChoiceFields {...{ act, choice, isIncomplete }} onChange={setChoice} />}
          {decide.error && !difference && <ProblemCallout error={decide.error} />}
          {!isOnline && <Callout tone="warn" title={t('alerts.ask.offline')} isNews />}
        </Stack>
      )}
    </Dialog>
  );
}

const canActNow = (shown: ShownAlert | undefined, act: Act, now: number): boolean =>
  shown !== undefined && canAct(shown.alert, act, now);

/** The alert as it is now, and as the seller saw it first. A row of a list has no tag: it is read before it is acted upon. */
function useSeenAlert(alertId: string) {
  const { data, isPlaceholderData, error, refetch } = useAlert(alertId);
  const now = isPlaceholderData ? undefined : data;
  const [seen, setSeen] = useState(now);
  if (seen === undefined && now !== undefined) setSeen(now);
  return { now, seen, error, refetch };
}
