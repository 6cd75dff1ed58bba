import { useState } from 'react';
import { useParams } from 'react-router';
import { ApiProblem } from '../../../clients/api-problem.ts';
import { QueryState } from '../api/query-state.tsx';
import { BackLink } from '../ui/back-link.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { Stack } from '../ui/stack.tsx';
import { useNow } from '../ui/use-now.ts';
import { useWords } from '../words/words-provider.tsx';
import css from './alert-page.module.css';
import { ActDialog } from './act-dialog.tsx';
import { subjectWord } from './action-rules.ts';
import type { Act } from './action-rules.ts';
import { AlertAnswer } from './alert-answer.tsx';
import { AlertBuyer } from './alert-buyer.tsx';
import { AlertReasons } from './alert-reasons.tsx';
import { AlertSteps } from './alert-steps.tsx';
import { AlertSubject } from './alert-subject.tsx';
import { useWayBack } from './inbox-place.tsx';
import { nameOf } from './name-rules.ts';
import { useAlert } from './queries.ts';
import type { Alert } from './queries.ts';
import { RelatedAlerts } from './related-alerts.tsx';
import { storyOf } from './story-rules.ts';

/** One alert: what it is, why, until when, and what can be done about it. */
export function AlertPage() {
  const { alertId = '' } = useParams();
  // Another alert is another page: nothing of the one before stays.
  return <OneAlert key={alertId} alertId={alertId} />;
}

function OneAlert({ alertId }: { readonly alertId: string }) {
  const { t } = useWords();
  const query = useAlert(alertId);
  const back = useWayBack();
  const isGone = query.error instanceof ApiProblem && query.error.code === 'not_found';
  return (
    <Stack gap={2}>
      <BackLink href={back}>{t('alerts.page.back')}</BackLink>
      {isGone ? (
        <>
          <PageHeader title={t('alerts.page.gone')} />
          <p>{t('alerts.page.goneText')}</p>
        </>
      ) : (
        <QueryState query={query}>{({ alert }) => <AlertDetail alert={alert} />}</QueryState>
      )}
    </Stack>
  );
}

function AlertDetail({ alert }: { readonly alert: Alert }) {
  const { t } = useWords();
  const [asked, setAsked] = useState<Act>();
  const [answered, setAnswered] = useState<Act>();
  const now = useNow(10);
  const name = nameOf(alert.buyer);
  const kind = t(`alerts.kind.${alert.kind}`);
  return (
    <>
      <PageHeader
        title={t('alerts.page.of', { kind, name })}
        about={t(`alerts.story.${storyOf(alert, now)}`, { of: subjectWord(alert) })}
      />
      <div className={css.columns}>
        <Stack>
          <AlertAnswer alert={alert} answered={answered} onAct={setAsked} />
          <AlertReasons alert={alert} />
          <AlertSteps alert={alert} />
        </Stack>
        <Stack>
          <AlertBuyer alert={alert} />
          <AlertSubject alert={alert} />
          <RelatedAlerts alert={alert} />
        </Stack>
      </div>
      {asked && (
        <ActDialog
          alertId={alert.alertId}
          act={asked}
          onClose={() => setAsked(undefined)}
          onDone={(_, act) => {
            setAsked(undefined);
            setAnswered(act);
          }}
        />
      )}
    </>
  );
}
