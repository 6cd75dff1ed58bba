import { BadgeCheck, Lock, Send } from 'lucide-react';
import type { LucideIcon } from 'lucide-react';
import { useWords } from '../words/words-provider.tsx';
import css from './alerts.module.css';
import { subjectWord } from './action-rules.ts';
import type { Act } from './action-rules.ts';
import type { Alert } from './queries.ts';

interface WhatFollowsProps {
  readonly act: Act;
  /** Without one, of several. */
  readonly alert?: Alert;
}

/** What will be so afterwards, for the order or refund, for the shop's performance, and whether it can be taken back. */
export function WhatFollows({ act, alert }: WhatFollowsProps) {
  const { t } = useWords();
  const of = alert ? subjectWord(alert) : 'order';
  const asks = act === 'dismiss' && !alert ? t('alerts.ask.dismiss.bulkAsks') : t(`alerts.ask.${act}.asks`, { of });
  const lines: readonly (readonly [LucideIcon, string])[] = [
    [Send, asks],
    [BadgeCheck, t(`alerts.ask.${act}.waiver`)],
    [Lock, t(`alerts.ask.${act}.final`)],
  ];
  return (
    <ul className={css.follows} aria-label={t('alerts.ask.follows')}>
      {lines.map(([Icon, text]) => (
        <li key={text}>
          <Icon size={16} aria-hidden />
          <span>{text}</span>
        </li>
      ))}
    </ul>
  );
}
