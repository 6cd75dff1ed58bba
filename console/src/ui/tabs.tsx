import type { ReactNode } from 'react';
import { Link } from 'react-router';
import css from './tabs.module.css';

interface TabsProps<Id extends string> {
  readonly label: string;
  readonly tabs: readonly { readonly id: Id; readonly label: ReactNode; readonly search: string }[];
  readonly chosen: Id;
}

/**
 * Parts of one page. They are links, since each part has its address; going from one to the other leaves nothing to go back
 * to. React Aria's tabs would look through all of their panel whenever a row of it is drawn.
 */
export function Tabs<Id extends string>({ label, tabs, chosen }: TabsProps<Id>) {
  return (
    <nav className={css.list} aria-label={label}>
      {tabs.map(({ id, label: text, search }) => (
        <Link key={id} className={css.tab} to={{ search }} replace aria-current={id === chosen ? 'page' : undefined}>
          {text}
        </Link>
      ))}
    </nav>
  );
}
