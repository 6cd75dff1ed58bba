import { Lock } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { useNavigate } from 'react-router';
import { useShortcut } from '../keyboard/keyboard-provider.tsx';
import { useShop } from '../session/shop-provider.tsx';
import { Severity } from '../ui/badge.tsx';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { Countdown } from '../ui/countdown.tsx';
import { ButtonLink } from '../ui/link.tsx';
import { Money } from '../ui/money.tsx';
import { Time } from '../ui/time.tsx';
import { useNow } from '../ui/use-now.ts';
import { useFormats } from '../words/reader-provider.tsx';
import { useWords } from '../words/words-provider.tsx';
import css from './alert-page.module.css';
import { canAct, requestOf, subjectWord } from './action-rules.ts';
import type { Act } from './action-rules.ts';
import { BlockedBadge, StatusBadge } from './alert-cells.tsx';
import { nameOf } from './name-rules.ts';
import { NextAlert } from './next-alert.tsx';
import type { Alert } from './queries.ts';
import { blockPath } from './row-menu.tsx';
import { storyOf } from './story-rules.ts';
import { WaiverText } from './waiver-text.tsx';

interface AlertAnswerProps {
  readonly alert: Alert;
  /** What this seller has just done here. */
  readonly answered: Act | undefined;
  readonly onAct: (act: Act) => void;
}

/** Until when, what then, and what can be done: or why nothing can. */
export function AlertAnswer({ alert, answered, onAct }: AlertAnswerProps) {
  return (
    <Card>
      <div className={css.answer}>
        <div className={css.state}>
          <StatusBadge of={alert} />
          {alert.kind !== 'fraud_outcome' && <Severity of={alert.severity} />}
          {alert.isBlocked && <BlockedBadge />}
          {alert.amount && (
            <strong className={css.amount}>
              <Money of={alert.amount} />
            </strong>
          )}
        </div>
        {answered && <Did key={answered} act={answered} alert={alert} />}
        <Deadline alert={alert} />
        {alert.kind !== 'fraud_outcome' && <WaiverText alert={alert} />}
        <Actions alert={alert} onAct={onAct} />
        <NextAlert of={alert} isPrimary={answered !== undefined} />
      </div>
    </Card>
  );
}

/**
 * What was done. The button for it has gone: the keyboard goes on from here, to the next alert. What has become of it since,
 * such as a cancellation that was confirmed, the head of the page shows; here it is only heard.
 */
function Did({ act, alert }: { readonly act: Act; readonly alert: Alert }) {
  const { t } = useWords();
  const { mayAct } = useShop();
  const now = useNow(60);
  const text = useRef<HTMLParagraphElement>(null);
  useEffect(() => text.current?.focus({ preventScroll: true }), []);
  const isStillSo = alert.status === (act === 'dismiss' ? 'dismissed' : 'action_requested');
  const story = storyOf(alert, now, mayAct);
  return (
    <p ref={text} className={isStillSo ? css.did : 'sr-only'} role="status" tabIndex={-1}>
      {isStillSo
        ? t(`alerts.did.${act}`, { name: nameOf(alert.buyer) })
        : t(`alerts.story.${story}`, { of: subjectWord(alert) })}
    </p>
  );
}

function Deadline({ alert }: { readonly alert: Alert }) {
  const { t } = useWords();
  const { time, timeZone } = useFormats();
  const { status, kind, respondBy, lastAction } = alert;
  if (status === 'action_requested' && lastAction)
    return (
      <p className={css.deadline}>
        <span className={css.label}>{t('alerts.page.askedFor')}</span>
        <Time at={lastAction.requestedAt} />
        <span className={css.note}>{t('alerts.page.askedNote')}</span>
      </p>
    );
  if (status !== 'open') return undefined;
  if (respondBy === undefined)
    return <p className={css.note}>{t('alerts.page.noDeadline', { of: subjectWord(alert) })}</p>;
  return (
    <div className={css.deadline}>
      <span className={css.label}>{t('alerts.page.deadline')}</span>
      <span className={css.clock}>
        <Countdown until={respondBy} consequence={t(`alerts.atZero.${kind}`)} over={t('alerts.over')} />
      </span>
      <span className={css.note}>{t('alerts.page.deadlineAt', { time: time(respondBy), timeZone })}</span>
    </div>
  );
}

function Actions({ alert, onAct }: { readonly alert: Alert; readonly onAct: (act: Act) => void }) {
  const { t } = useWords();
  const { mayAct, pathTo } = useShop();
  const navigate = useNavigate();
  const now = useNow(5);
  const request = requestOf[alert.kind];
  const group = t('alerts.keys.group');
  const canRequest = mayAct && request !== undefined && canAct(alert, request, now);
  const canDismiss = mayAct && canAct(alert, 'dismiss', now);
  const canBlock = mayAct && canAct(alert, 'block_buyer', now);
  const block = pathTo(blockPath(alert));
  const key = request === 'reject_refund' ? 'r' : 'c';
  useShortcut(
    { keys: key, label: t(`alerts.act.${request ?? 'cancel_order'}`), group, run: () => request && onAct(request) },
    canRequest,
  );
  useShortcut({ keys: 'd', label: t('alerts.act.dismiss'), group, run: () => onAct('dismiss') }, canDismiss);
  useShortcut({ keys: 'b', label: t('alerts.act.block_buyer'), group, run: () => void navigate(block) }, canBlock);
  if (!mayAct && alert.status === 'open' && request)
    return (
      <p className={css.viewer}>
        <Lock size={16} aria-hidden />
        {t('alerts.page.viewer')}
      </p>
    );
  if (!canRequest && !canDismiss && !canBlock) return undefined;
  return (
    <div className={css.actions}>
      {canRequest && (
        <Button look="primary" onPress={() => onAct(request)}>
          {t(`alerts.act.${request}`)}
        </Button>
      )}
      {canDismiss && <Button onPress={() => onAct('dismiss')}>{t('alerts.act.dismiss')}</Button>}
      {canBlock && <ButtonLink href={block}>{t('alerts.act.block_buyer')}</ButtonLink>}
    </div>
  );
}
