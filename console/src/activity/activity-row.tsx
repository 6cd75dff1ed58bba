import {
  Ban,
  BadgeCheck,
  Bell,
  BellOff,
  CircleX,
  Hourglass,
  KeyRound,
  MessageSquare,
  PackageX,
  Settings2,
  ShieldCheck,
  Undo2,
  UserCheck,
} from 'lucide-react';
import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import type { KnownBuyer } from '../api/known-names.ts';
import { removalsIn } from '../block-list/standing/removal-rules.ts';
import { UndoButton } from '../block-list/standing/undo-button.tsx';
import { useSessionState } from '../session/session-provider.tsx';
import { useShop } from '../session/shop-provider.tsx';
import { IdText } from '../ui/id-text.tsx';
import { Link } from '../ui/link.tsx';
import { TimeOfDay } from '../ui/time.tsx';
import { useNowUntil } from '../ui/use-now.ts';
import { Username } from '../ui/username.tsx';
import { Words, useWords } from '../words/words-provider.tsx';
import css from './activity.module.css';
import type { Activity } from './queries.ts';
import { sentenceOf } from './sentence-rules.ts';
import type { Saying, Sentence } from './sentence-rules.ts';
import { useSentenceWords } from './use-sentence-words.ts';

const icons: Partial<Record<Saying, LucideIcon>> = {
  blocked: Ban,
  restored: Ban,
  blockChanged: Settings2,
  scopeChanged: Settings2,
  unblocked: Undo2,
  lifted: Undo2,
  exempted: UserCheck,
  exemptionEnded: Undo2,
  exemptionEndedByBlock: Undo2,
  orderStopped: PackageX,
  fraudIntercepted: ShieldCheck,
  cancellationRequested: CircleX,
  rejectionRequested: CircleX,
  alertDismissed: BellOff,
  waived: BadgeCheck,
  deadlineNear: Hourglass,
  deadlinePassed: Hourglass,
  accessGranted: KeyRound,
  accessChanged: KeyRound,
  accessTerminated: KeyRound,
  accessNoticeRequested: MessageSquare,
  messageRequested: MessageSquare,
};

interface ActivityRowProps {
  readonly activity: Activity;
  readonly names: ReadonlyMap<string, KnownBuyer>;
}

/** Who did what and when, in a sentence. */
export function ActivityRow({ activity, names }: ActivityRowProps) {
  const { t } = useWords();
  const sentence = sentenceOf(activity);
  const Icon = icons[sentence.says] ?? Bell;
  const values = useSentenceWords(sentence);
  const reason = sentence.values['supportReason'];
  return (
    <li className={css.row}>
      <Icon size={16} aria-hidden className={css.icon} />
      <div className={css.words}>
        <Words
          of={`activity.says.${sentence.says}`}
          with={{
            ...values,
            who: <Actor of={activity.actor} />,
            buyer: <Buyer id={sentence.buyerId} names={names} />,
            thing: <Thing of={sentence} />,
          }}
        />
        <Undo of={activity} />
        {reason !== undefined && <p className={css.quote}>{t('activity.supportReason', { reason })}</p>}
      </div>
      <TimeOfDay at={activity.at} />
    </li>
  );
}

/** The way back from a removal, while there is one. */
function Undo({ of }: { readonly of: Activity }): ReactNode {
  const { mayAct } = useShop();
  const [removal] = removalsIn([of]);
  const until = removal ? Date.parse(removal.restorableUntil) : 0;
  if (useNowUntil(until) >= until || !removal || !mayAct) return null;
  return (
    <div className={css.undo}>
      <UndoButton {...removal} isSmall />
    </div>
  );
}

function Actor({ of }: { readonly of: Activity['actor'] }): ReactNode {
  const { t } = useWords();
  const state = useSessionState();
  if (of.kind !== 'seller') return <strong>{t(`activity.actor.${of.kind}`)}</strong>;
  if (of.id === undefined) return <strong>{t('activity.actor.seller')}</strong>;
  const isMe = 'claims' in state && state.claims.subject === of.id;
  if (isMe) return <strong>{t('activity.actor.you')}</strong>;
  return (
    <>
      <strong>{t('activity.actor.seller')}</strong> <IdText id={of.id} />
    </>
  );
}

function Buyer({
  id,
  names,
}: {
  readonly id: string | undefined;
  readonly names: ActivityRowProps['names'];
}): ReactNode {
  const { t } = useWords();
  const { pathTo } = useShop();
  if (id === undefined) return t('activity.aBuyer');
  const known = names.get(id);
  return (
    <Link look="inline" href={pathTo(`buyers/${id}`)}>
      {known ? <Username of={known.username} /> : t('activity.buyer', { id })}
    </Link>
  );
}

function Thing({ of: { thing, alertId } }: { readonly of: Sentence }): ReactNode {
  const { t } = useWords();
  const { pathTo } = useShop();
  if (!thing) return t('activity.thing.none');
  const text =
    thing.type === 'outcome' ? t('activity.thing.outcome') : t(`activity.thing.${thing.type}`, { id: thing.id });
  return alertId === undefined ? (
    text
  ) : (
    <Link look="inline" href={pathTo(`alerts/${alertId}`)}>
      {text}
    </Link>
  );
}
