import { useEffect, useRef } from 'react';
import type { ReactNode } from 'react';
import css from './page-header.module.css';
import { useWindowTitle } from './use-window-title.ts';

interface PageHeaderProps {
  /** Also the title of the window. */
  readonly title: string;
  /** One sentence: what is here, and what it is for. */
  readonly about?: ReactNode;
  /** The actions of the page, the primary one last. */
  readonly children?: ReactNode;
}

export function PageHeader({ title, about, children }: PageHeaderProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useWindowTitle(title);
  useEffect(() => {
    // A page whose heading comes with its data: the change of page left the focus in front of it. See app/shell.
    if (document.activeElement?.id === 'page') heading.current?.focus({ preventScroll: true });
  }, []);
  return (
    <header className={css.header}>
      <div className={css.words}>
        {/* The page's first stop after a change of page: see app/shell. */}
        <h1 ref={heading} tabIndex={-1}>
          {title}
        </h1>
        {about !== undefined && <p className={css.about}>{about}</p>}
      </div>
      {children !== undefined && <div className={css.actions}>{children}</div>}
    </header>
  );
}
