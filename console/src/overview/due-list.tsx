import type { Alert } from '../alerts/queries.ts';
import { useShop } from '../session/shop-provider.tsx';
import { Avatar } from '../ui/avatar.tsx';
import { Severity } from '../ui/badge.tsx';
import { Countdown } from '../ui/countdown.tsx';
import { RowLink } from '../ui/link.tsx';
import { Money } from '../ui/money.tsx';
import { NoUsername, Username } from '../ui/username.tsx';
import { useWords } from '../words/words-provider.tsx';
import css from './due-list.module.css';

/** Alerts that wait for an answer, each with what happens at its end. Each leads to its own page. */
export function DueList({ label, alerts }: { readonly label: string; readonly alerts: readonly Alert[] }) {
  return (
    <ol aria-label={label}>
      {alerts.map((alert) => (
        <DueItem key={alert.alertId} alert={alert} />
      ))}
    </ol>
  );
}

function DueItem({ alert }: { readonly alert: Alert }) {
  const { t } = useWords();
  const { pathTo } = useShop();
  const { alertId, buyer, kind, amount, severity, respondBy } = alert;
  return (
    <li className={css.item}>
      <Avatar url={buyer.avatarUrl} username={buyer.username} size="medium" />
      <div className={css.what}>
        <RowLink href={pathTo(`alerts/${alertId}`)}>
          {buyer.username === undefined ? <NoUsername /> : <Username of={buyer.username} />}
        </RowLink>
        <p className={css.about}>
          {t(`alerts.kind.${kind}`)}
          {amount && (
            <>
              {' · '}
              <Money of={amount} />
            </>
          )}
        </p>
      </div>
      <div>
        <Severity of={severity} />
      </div>
      <div className={css.due}>
        {respondBy === undefined ? (
          <span className={css.about}>{t('alerts.noDeadline')}</span>
        ) : (
          <Countdown until={respondBy} consequence={t(`alerts.atZero.${kind}`)} />
        )}
      </div>
    </li>
  );
}
