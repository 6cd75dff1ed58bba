import { Card } from '../ui/card.tsx';
import { Time } from '../ui/time.tsx';
import { Words, useWords } from '../words/words-provider.tsx';
import css from './alert-page.module.css';
import { subjectWord } from './action-rules.ts';
import type { Alert } from './queries.ts';
import { refusalWord } from './reason-rules.ts';
import { stepsOf } from './story-rules.ts';
import type { Step } from './story-rules.ts';
import { useWho } from './who.tsx';

/** What was done about it, by whom and when. */
export function AlertSteps({ alert }: { readonly alert: Alert }) {
  const { t } = useWords();
  return (
    <Card title={t('alerts.page.steps')}>
      <ol className={css.steps}>
        {stepsOf(alert).map((step) => (
          <OneStep key={`${step.type} ${step.at}`} step={step} alert={alert} />
        ))}
      </ol>
    </Card>
  );
}

function OneStep({ step: { type, at, by }, alert }: { readonly step: Step; readonly alert: Alert }) {
  const { t } = useWords();
  const who = useWho();
  const { lastAction, verdict } = alert;
  const refusal = refusalWord(lastAction?.refusal);
  return (
    <li>
      <span>
        {t(`alerts.step.${type}`, { of: subjectWord(alert) })}
        {by !== undefined && (
          <>
            {' '}
            <Words of="alerts.page.by" with={who(by)} />
          </>
        )}
      </span>
      {type === 'refused' && <span className={css.note}>{refusal ? t(refusal) : lastAction?.refusalText}</span>}
      {type === 'dismissed' && verdict && <span className={css.note}>{t(`alerts.ask.verdicts.${verdict}`)}</span>}
      <span className={css.note}>
        <Time at={at} />
      </span>
    </li>
  );
}
