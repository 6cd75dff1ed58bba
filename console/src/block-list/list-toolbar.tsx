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
  const chosen = <Value extends string>(value: Value | typeof any): Value | undefined =>
    value === any ? undefined : value;
  return (
    <search className={css.toolbar}>
      <SearchField
        label={t('blockList.filters.search')}
        value={view.search}
        onChange={(search) => onChange({ search })}
      />
      <Select
        label={t('blockList.filters.reason')}
        isLabelHidden
        value={view.reason ?? any}
        choices={[
          { value: any, label: t('blockList.filters.anyReason') },
          ...reasons.map((value) => ({ value, label: t(`blockList.reason.${value}`) })),
        ]}
        onChange={(value) => onChange({ reason: chosen(value) })}
      />
      <Select
        label={t('blockList.filters.scope')}
        isLabelHidden
        value={view.scope ?? any}
        choices={[
          { value: any, label: t('blockList.filters.anyScope') },
          ...scopes.map((value) => ({ value, label: t(`blockList.scope.${value}`) })),
        ]}
        onChange={(value) => onChange({ scope: chosen(value) })}
      />
      <Select
        label={t('blockList.filters.duration')}
        isLabelHidden
        value={view.duration ?? any}
        choices={[
          { value: any, label: t('blockList.filters.anyDuration') },
          ...durations.map((value) => ({ value, label: t(`blockList.duration.${value}`) })),
        ]}
        onChange={(value) => onChange({ duration: chosen(value) })}
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
