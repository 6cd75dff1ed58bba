import { useRef } from 'react';
import { useShortcut } from '../keyboard/keyboard-provider.tsx';
import { Checkbox } from '../ui/choices.tsx';
import { SearchField } from '../ui/search-field.tsx';
import { Select } from '../ui/select.tsx';
import { useWords } from '../words/words-provider.tsx';
import { durations, orders, reasons, scopes, soonDays } from './list-rules.ts';
import type { ListView } from './list-rules.ts';
import css from './list-toolbar.module.css';

interface ListToolbarProps {
  readonly view: ListView;
  readonly onChange: (change: Partial<ListView>) => void;
}

/** What stands for "any" in a choice that needs a value. */
const any = 'any';

/** Search, filters and order of the Block List. */
export function ListToolbar({ view, onChange }: ListToolbarProps) {
  const { t } = useWords();
  const toolbar = useRef<HTMLElement>(null);
  useShortcut({
    keys: 'f',
    label: t('blockList.filters.search'),
    group: t('blockList.title'),
    run: () => toolbar.current?.querySelector('input')?.focus(),
  });
  return (
    <search className={css.toolbar} ref={toolbar}>
      <SearchField
        label={t('blockList.filters.search')}
        value={view.search}
        onChange={(search) => onChange({ search })}
      />
      <Filter
        label={t('blockList.filters.reason')}
        anyLabel={t('blockList.filters.anyReason')}
        choices={reasons.map((value) => ({ value, label: t(`blockList.reason.${value}`) }))}
        value={view.reason}
        onChange={(reason) => onChange({ reason })}
      />
      <Filter
        label={t('blockList.filters.scope')}
        anyLabel={t('blockList.filters.anyScope')}
        choices={scopes.map((value) => ({ value, label: t(`blockList.scope.${value}`) }))}
        value={view.scope}
        onChange={(scope) => onChange({ scope })}
      />
      <Filter
        label={t('blockList.filters.duration')}
        anyLabel={t('blockList.filters.anyDuration')}
        choices={durations.map((value) => ({ value, label: t(`blockList.duration.${value}`) }))}
        value={view.duration}
        onChange={(duration) => onChange({ duration })}
      />
      <Select
        label={t('blockList.filters.order')}
        isLabelHidden
        value={view.order}
        choices={orders.map((value) => ({ value, label: t(`blockList.order.${value}`) }))}
        onChange={(order) => onChange({ order })}
      />
      <Checkbox isSelected={view.isEndingSoon} onChange={(isEndingSoon) => onChange({ isEndingSoon })}>
        {t('blockList.filters.ending', { days: soonDays })}
      </Checkbox>
    </search>
  );
}

interface FilterProps<Value extends string> {
  readonly label: string;
  readonly anyLabel: string;
  readonly choices: readonly { readonly value: Value; readonly label: string }[];
  readonly value: Value | undefined;
  readonly onChange: (value: Value | undefined) => void;
}

/** One of some, or any. */
function Filter<Value extends string>({ label, anyLabel, choices, value, onChange }: FilterProps<Value>) {
  return (
    <Select<Value | typeof any>
      label={label}
      isLabelHidden
      value={value ?? any}
      choices={[{ value: any, label: anyLabel }, ...choices]}
      onChange={(chosen) => onChange(chosen === any ? undefined : chosen)}
    />
  );
}
