import { ArrowRight } from 'lucide-react';
import { useNavigate } from 'react-router';
import { useShortcut } from '../keyboard/keyboard-provider.tsx';
import { useShop } from '../session/shop-provider.tsx';
import { Button } from '../ui/button.tsx';
import { Countdown } from '../ui/countdown.tsx';
import { useNow } from '../ui/use-now.ts';
import { useWords } from '../words/words-provider.tsx';
import css from './alert-page.module.css';
import { nameOf } from './name-rules.ts';
import { nextAlert } from './next-alert-rules.ts';
import { useOpenAlerts } from './queries.ts';
import type { Alert } from './queries.ts';

interface NextAlertProps {
  readonly of: Alert;
  /** This one is answered: the next is the thing to do. */
  readonly isPrimary: boolean;
}

/** What to go on with: the alert that is due next, whichever list one came from. */
export function NextAlert({ of: { alertId }, isPrimary }: NextAlertProps) {
  const { t } = useWords();
  const { pathTo } = useShop();
  const navigate = useNavigate();
  const open = useOpenAlerts();
  const now = useNow(10);
  const next = open.data && nextAlert(open.data, new Set([alertId]), now);
  // In the place of this one: the way back leads to the list.
  const go = (): void => void (next && navigate(pathTo(`alerts/${next.alertId}`), { replace: true }));
  const group = t('alerts.keys.group');
  useShortcut({ keys: 'n', label: t('alerts.keys.nextAlert'), group, run: go }, next !== undefined);
  if (!open.data || (!next && !isPrimary)) return undefined;
  if (!next) return <p className={css.note}>{t('alerts.page.nextNone')}</p>;
  return (
    <div className={css.next}>
      <span className={css.nextWords}>
        <span className={css.note}>{t('alerts.page.nextIs', { name: nameOf(next.buyer) })}</span>
        {next.respondBy !== undefined && <Countdown until={next.respondBy} />}
      </span>
      <Button look={isPrimary ? 'primary' : 'quiet'} icon={ArrowRight} onPress={go}>
        {t('alerts.page.next')}
      </Button>
    </div>
  );
}
