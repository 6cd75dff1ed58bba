import { CircleAlert, CircleArrowDown, TriangleAlert } from 'lucide-react';
import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { useWords } from '../words/words-provider.tsx';
import css from './badge.module.css';
import { classNames } from './class-names.ts';

export type Tone = 'neutral' | 'accent' | 'good' | 'warn' | 'danger';

interface BadgeProps {
  readonly tone?: Tone;
  readonly icon?: LucideIcon;
  readonly children: ReactNode;
}

/** A state, in a word. */
export function Badge({ tone = 'neutral', icon: Icon, children }: BadgeProps) {
  return (
    <span className={classNames(css.badge, css[tone])}>
      {Icon && <Icon size={12} aria-hidden />}
      {children}
    </span>
  );
}

const severities = {
  high: { tone: 'danger', icon: TriangleAlert },
  medium: { tone: 'warn', icon: CircleAlert },
  low: { tone: 'neutral', icon: CircleArrowDown },
} as const;

/** By word and shape; the colour only repeats them. */
export function Severity({ of }: { readonly of: 'low' | 'medium' | 'high' }) {
  const { t } = useWords();
  return <Badge {...severities[of]}>{t(`ui.severity.${of}`)}</Badge>;
}
