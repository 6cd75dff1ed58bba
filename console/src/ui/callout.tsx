import { CircleAlert, CircleCheck, Info, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import css from './callout.module.css';
import { classNames } from './class-names.ts';

export type CalloutTone = 'info' | 'warn' | 'danger' | 'good';

interface CalloutProps {
  readonly tone?: CalloutTone;
  /** What is so, in a sentence. */
  readonly title?: ReactNode;
  /** What it means, and what to do. */
  readonly children?: ReactNode;
  readonly action?: ReactNode;
  /** It came by what somebody did just now: it is read out. */
  readonly isNews?: boolean;
}

const icons = { info: Info, warn: TriangleAlert, danger: CircleAlert, good: CircleCheck };

/** Something to know at this place, before one goes on. */
export function Callout({ tone = 'info', title, children, action, isNews = false }: CalloutProps) {
  const Icon = icons[tone];
  return (
    <div className={classNames(css.callout, css[tone])} {...(isNews && { role: 'alert' })}>
      <Icon size={18} aria-hidden className={css.icon} />
      <div className={css.words}>
        {title !== undefined && <p className={css.title}>{title}</p>}
        {children !== undefined && <div>{children}</div>}
        {action !== undefined && <div className={css.action}>{action}</div>}
      </div>
    </div>
  );
}
