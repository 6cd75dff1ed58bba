import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';
import css from './stack.module.css';

interface StackProps {
  /** `row`: side by side, in lines as they fit; `grid`: columns of equal width; `pairs`: two of them. One on a phone. */
  readonly as?: 'column' | 'row' | 'grid' | 'pairs';
  readonly gap?: 1 | 2 | 3 | 4 | 6;
  readonly children: ReactNode;
}

/** Puts things below or beside each other. */
export function Stack({ as = 'column', gap = 4, children }: StackProps) {
  return <div className={classNames(css[as], css[`gap${gap}`])}>{children}</div>;
}
