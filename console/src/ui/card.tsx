import { useId } from 'react';
import type { ReactNode } from 'react';
import css from './card.module.css';
import { classNames } from './class-names.ts';

interface CardProps {
  readonly title?: ReactNode;
  /** Stands opposite the title: a link to all of it, a button. */
  readonly aside?: ReactNode;
  /** What the figures are of, and since when. */
  readonly about?: ReactNode;
  /** Lists and tables reach from edge to edge. */
  readonly isFlush?: boolean;
  readonly children: ReactNode;
}

/** A surface for what belongs together. */
export function Card({ title, aside, about, isFlush = false, children }: CardProps) {
  const id = useId();
  return (
    <section className={css.card} aria-labelledby={title === undefined ? undefined : id}>
      {title !== undefined && (
        <header className={css.header}>
          <div>
            <h2 id={id}>{title}</h2>
            {about !== undefined && <p className={css.about}>{about}</p>}
          </div>
          {aside !== undefined && <div className={css.aside}>{aside}</div>}
        </header>
      )}
      <div className={classNames(css.body, isFlush && css.flush)}>{children}</div>
    </section>
  );
}
