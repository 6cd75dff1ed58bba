import { Tab, TabList, TabPanel, Tabs as AriaTabs } from 'react-aria-components';
import type { ReactNode } from 'react';
import css from './tabs.module.css';

interface TabsProps<Id extends string> {
  readonly label: string;
  readonly tabs: readonly { readonly id: Id; readonly label: ReactNode; readonly count?: number }[];
  readonly chosen: Id;
  readonly onChange: (id: Id) => void;
  /** Of the chosen tab. */
  readonly children: ReactNode;
}

/** Parts of one page. The page keeps the chosen one in its address. */
export function Tabs<Id extends string>({ label, tabs, chosen, onChange, children }: TabsProps<Id>) {
  return (
    <AriaTabs selectedKey={chosen} onSelectionChange={(id) => onChange(id as Id)}>
      <TabList className={css.list} aria-label={label}>
        {tabs.map(({ id, label: text, count }) => (
          <Tab key={id} id={id} className={css.tab}>
            {text}
            {count !== undefined && <span className={css.count}>{count}</span>}
          </Tab>
        ))}
      </TabList>
      {/* Another panel for each tab: one that changes its tab keeps the ID of the first, to which no tab refers. */}
      <TabPanel key={chosen} id={chosen} className={css.panel}>
        {children}
      </TabPanel>
    </AriaTabs>
  );
}
