import { useState } from 'react';
import { problemTitle } from '../api/problem-words.ts';
import { Button } from '../ui/button.tsx';
import { Callout } from '../ui/callout.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Stack } from '../ui/stack.tsx';
import { useOnline } from '../ui/use-online.ts';
import { useWords } from '../words/words-provider.tsx';
import css from './alerts.module.css';
import type { Act, Choice } from './action-rules.ts';
import { AlertSummary } from './alert-summary.tsx';
import { canTryAgain, countsOf } from './bulk-rules.ts';
import type { BulkRow } from './bulk-rules.ts';
import { ChoiceFields } from './choice-fields.tsx';
import type { Alert } from './queries.ts';
import { useBulk } from './use-bulk.tsx';
import { WhatFollows } from './what-follows.tsx';

interface BulkDialogProps {
  readonly act: Act;
  /** As they were shown when they were chosen: one that has changed since is left alone. */
  readonly alerts: readonly Alert[];
  /** `done`: those of which nothing is left to do. */
  readonly onClose: (done: readonly string[]) => void;
}

/** Asks once for several alerts, answers one by one, and says what has become of each. */
export function BulkDialog({ act, alerts, onClose }: BulkDialogProps) {
  const { t } = useWords();
  const [choice, setChoice] = useState<Choice | undefined>(act === 'dismiss' ? undefined : { act });
  const [isIncomplete, setIsIncomplete] = useState(false);
  const { rows, isRunning, begin, again, stop } = useBulk(alerts);
  const isOnline = useOnline();
  const hasBegun = rows.length > 0;
  const repeatable = rows.filter(canTryAgain).length;
  const close = (): void => onClose(rows.filter(({ state }) => state === 'done').map(({ alertId }) => alertId));
  const actions = isRunning ? (
    <Button onPress={stop}>{t('alerts.bulk.stop')}</Button>
  ) : (
    <>
      <Button onPress={close}>{t(hasBegun ? 'alerts.bulk.close' : 'alerts.ask.back')}</Button>
      {hasBegun && repeatable > 0 && choice && (
        <Button look="primary" onPress={() => again(choice)}>
          {t('alerts.bulk.again', { count: repeatable })}
        </Button>
      )}
      {!hasBegun && isOnline && (
        <Button
          look={act === 'dismiss' ? 'primary' : 'danger'}
          onPress={() => (choice ? begin(choice) : setIsIncomplete(true))}
        >
          {t(`alerts.select.${act}`, { count: alerts.length })}
        </Button>
      )}
    </>
  );
  return (
    <Dialog
      title={t(hasBegun ? `alerts.select.${act}` : `alerts.ask.bulkTitle.${act}`, { count: alerts.length })}
      isOpen
      onClose={() => !isRunning && close()}
      isAlert
      actions={actions}
    >
      <Stack>
        {hasBegun ? <Progress rows={rows} isRunning={isRunning} /> : <WhatFollows act={act} />}
        {!hasBegun && <ChoiceFields {...{ act, choice, isIncomplete }} onChange={setChoice} />}
        {!isOnline && <Callout tone="warn" title={t('alerts.ask.offline')} isNews />}
        <ul className={css.bulkRows} aria-label={t('alerts.bulk.results')} tabIndex={0}>
          {alerts.map((alert) => (
            <li key={alert.alertId}>
              <AlertSummary of={alert} />
              <RowResult act={act} row={rows.find(({ alertId }) => alertId === alert.alertId)} />
            </li>
          ))}
        </ul>
      </Stack>
    </Dialog>
  );
}

function Progress({ rows, isRunning }: { readonly rows: readonly BulkRow[]; readonly isRunning: boolean }) {
  const { t } = useWords();
  const counts = countsOf(rows);
  const done = rows.length - counts.queued - counts.running;
  const summary = t('alerts.bulk.summary', { done: counts.done, left: rows.length - counts.done });
  return (
    <div role="status">
      <strong>{isRunning ? t('alerts.bulk.progress', { done, total: rows.length }) : summary}</strong>
      {isRunning && <p className={css.note}>{t('alerts.bulk.doNotClose')}</p>}
    </div>
  );
}

/** What has become of one: nothing before it has begun. */
function RowResult({ act, row }: { readonly act: Act; readonly row: BulkRow | undefined }) {
  const { t } = useWords();
  if (!row) return undefined;
  const { state, code } = row;
  const word = state === 'done' && act !== 'dismiss' ? 'asked' : state;
  return (
    <p className={state === 'done' ? css.good : state === 'queued' || state === 'running' ? css.note : css.bad}>
      {t(`alerts.bulk.state.${word}`, { why: t(problemTitle(code)) })}
    </p>
  );
}
