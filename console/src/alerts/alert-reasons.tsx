import { Card } from '../ui/card.tsx';
import { useFormats } from '../words/reader-provider.tsx';
import { useWords } from '../words/words-provider.tsx';
import css from './alert-page.module.css';
import { Reason } from './reason.tsx';
import { figureOf } from './reason-rules.ts';
import type { Alert } from './queries.ts';

/** Why the risk systems flagged it, in plain words, with the figures of this shop behind each. */
export function AlertReasons({ alert }: { readonly alert: Alert }) {
  const { t } = useWords();
  const { number } = useFormats();
  const { reasons, riskScore, history } = alert;
  return (
    <Card
      title={t('alerts.page.why')}
      about={t('alerts.page.whyAbout')}
      aside={
        riskScore !== undefined && (
          <span className={css.score}>
            <span className={css.note}>{t('alerts.page.score')}</span>
            <strong>{t('alerts.page.scoreOf', { score: number(riskScore) })}</strong>
          </span>
        )
      }
    >
      <ul className={css.reasons}>
        {reasons.length === 0 && <li>{t('alerts.page.noReasons')}</li>}
        {reasons.map((reason) => {
          const figure = figureOf(reason.code, history);
          return (
            <li key={reason.code}>
              <Reason of={reason} />
              {figure && <p className={css.note}>{t(figure.word, figure.values)}</p>}
            </li>
          );
        })}
      </ul>
    </Card>
  );
}
