import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button } from '../ui/button.tsx';
import { Select } from '../ui/select.tsx';
import { useFormats } from '../words/reader-provider.tsx';
import { useWords } from '../words/words-provider.tsx';
import css from './inbox.module.css';
import { dueChoices, endedStatuses, filtersOf, hasFilters, kindChoices } from './filter-rules.ts';
import type { FilterName, InboxFilters } from './filter-rules.ts';

interface InboxFilterBarProps {
  readonly filters: InboxFilters;
  readonly onChange: (filters: InboxFilters) => void;
  /** Of the buyer that is filtered by, once a row has told it. */
  readonly buyerName: string | undefined;
  /** Stands at the end. */
  readonly children: ReactNode;
}

const any = 'any';

export function InboxFilterBar({ filters, onChange, buyerName, children }: InboxFilterBarProps) {
  const { t } = useWords();
  const choices = useChoices(filters);
  const { view, buyerId } = filters;
  const without = (name: FilterName): InboxFilters => ({ ...filters, [name]: undefined });
  return (
    <div className={css.bar}>
      <div className={css.filters} role="group" aria-label={t('alerts.filters.label')}>
        {choices.map(({ name, label, all, values }) => (
          <Select
            key={name}
            label={label}
            isLabelHidden
            value={filters[name] ?? any}
            onChange={(value) => onChange(value === any ? without(name) : { ...filters, [name]: value })}
            choices={[{ value: any, label: all }, ...values]}
          />
        ))}
        {buyerId !== undefined && (
          <span className={css.chip}>
            {t('alerts.filters.buyer', { name: buyerName ?? buyerId })}
            <Button
              look="quiet"
              isSmall
              icon={X}
              aria-label={t('alerts.filters.removeBuyer')}
              onPress={() => onChange(without('buyerId'))}
            />
          </span>
        )}
        {hasFilters(filters) && (
          <Button look="quiet" onPress={() => onChange({ view })}>
            {t('alerts.filters.clear')}
          </Button>
        )}
      </div>
      {children}
    </div>
  );
}

interface FilterChoices {
  readonly name: Exclude<FilterName, 'buyerId'>;
  readonly label: string;
  readonly all: string;
  readonly values: readonly { readonly value: string; readonly label: string }[];
}

/** What can be chosen in the view, in words. */
function useChoices({ view, due }: InboxFilters): readonly FilterChoices[] {
  const { t } = useWords();
  const { time } = useFormats();
  const dues = due === undefined || dueChoices.some((one) => one === due) ? dueChoices : [...dueChoices, due];
  const dueWord = (value: string): string =>
    value.endsWith('h')
      ? t('alerts.filters.dueWithin', { hours: Number.parseInt(value, 10) })
      : t('alerts.filters.dueBefore', { time: time(value) });
  const all: readonly FilterChoices[] = [
    {
      name: 'kind',
      label: t('alerts.filters.kind'),
      all: t('alerts.filters.anyKind'),
      values: kindChoices(view).map((value) => ({ value, label: t(`alerts.kind.${value}`) })),
    },
    {
      name: 'status',
      label: t('alerts.filters.status'),
      all: t('alerts.filters.anyStatus'),
      values: endedStatuses.map((value) => ({ value, label: t(`alerts.status.${value}`) })),
    },
    {
      name: 'severity',
      label: t('alerts.filters.severity'),
      all: t('alerts.filters.anySeverity'),
      values: (['high', 'medium', 'low'] as const).map((value) => ({ value, label: t(`ui.severity.${value}`) })),
    },
    {
      name: 'due',
      label: t('alerts.filters.due'),
      all: t('alerts.filters.anyDue'),
      values: dues.map((value) => ({ value, label: dueWord(value) })),
    },
  ];
  return all.filter(({ name }) => filtersOf[view].includes(name));
}
