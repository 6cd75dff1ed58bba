import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import css from './states.module.css';

interface EmptyStateProps {
  readonly icon: LucideIcon;
  readonly title: string;
  /** What would stand here, and what makes it appear. */
  readonly children?: ReactNode;
  readonly action?: ReactNode;
}

/** There is nothing, and that is how it is: no failure. */
export function EmptyState({ icon: Icon, title, children, action }: EmptyStateProps) {
  return (
    <div className={css.state}>
      <Icon size={28} aria-hidden className={css.icon} strokeWidth={1.5} />
      <p className={css.title}>{title}</p>
      {children !== undefined && <div className={css.text}>{children}</div>}
      {action}
    </div>
  );
}
