import { Ellipsis } from 'lucide-react';
import { useMemo } from 'react';
import { useShop } from '../session/shop-provider.tsx';
import { Severity } from '../ui/badge.tsx';
import { Checkbox } from '../ui/choices.tsx';
import { Money } from '../ui/money.tsx';
import { RowButton } from '../ui/row-button.tsx';
import { RowCheckbox } from '../ui/row-checkbox.tsx';
import type { Column } from '../ui/table.tsx';
import { useNow } from '../ui/use-now.ts';
import { useWords } from '../words/words-provider.tsx';
import { quickAct } from './action-rules.ts';
import type { Act } from './action-rules.ts';
import { BuyerCell, DueCell, KindCell } from './alert-cells.tsx';
import css from './inbox.module.css';
import type { View } from './filter-rules.ts';
import { nameOf } from './name-rules.ts';
import type { Alert } from './queries.ts';
import type { Row } from './settled-rows-rules.ts';

export interface InboxColumnsOptions {
  readonly view: View;
  readonly selected: ReadonlySet<string>;
  readonly onSelect: (alertId: string, isSelected: boolean) => void;
  /** All that can be; nothing chosen takes the choice back. */
  readonly onSelectAll: (isSelected: boolean) => void;
  readonly onAct: (alertId: string, act: Act) => void;
  /** What else there is to do, at the button that was pressed. */
  readonly onMore: (alertId: string, button: HTMLElement) => void;
}

/** Kept while nothing in them changes: the table draws no row again then. */
export function useInboxColumns(options: InboxColumnsOptions): readonly Column<Row>[] {
  const { view, selected, onSelect, onSelectAll, onAct, onMore } = options;
  const { t } = useWords();
  const { mayAct } = useShop();
  return useMemo(() => {
    const canSelect = mayAct && view !== 'fraud' && view !== 'waiting';
    const columns: readonly (Column<Row> | false)[] = [
      canSelect && {
        id: 'select',
        label: t('alerts.columns.select'),
        isControl: true,
        isCorner: true,
        width: '50px',
        head: <SelectAll count={selected.size} onSelectAll={onSelectAll} />,
        cell: ({ alert }) => <SelectBox alert={alert} isSelected={selected.has(alert.alertId)} onSelect={onSelect} />,
      },
      {
        id: 'buyer',
        label: t('alerts.columns.buyer'),
        isTitle: true,
        width: '18%',
        cell: (row) => <BuyerCell row={row} />,
      },
      { id: 'kind', label: t('alerts.columns.kind'), cell: ({ alert }) => <KindCell alert={alert} /> },
      view !== 'fraud' && {
        id: 'severity',
        width: '100px',
        label: t('alerts.columns.severity'),
        cell: ({ alert }) => <Severity of={alert.severity} />,
      },
      {
        id: 'due',
        width: '240px',
        label: t(view === 'fraud' ? 'alerts.columns.happened' : 'alerts.columns.due'),
        cell: ({ alert }) => <DueCell alert={alert} />,
      },
      {
        id: 'amount',
        width: '104px',
        label: t(view === 'fraud' ? 'alerts.columns.protected' : 'alerts.columns.amount'),
        isNumber: true,
        cell: ({ alert: { amount } }) => amount && <Money of={amount} />,
      },
      mayAct && {
        id: 'action',
        width: '172px',
        label: t('alerts.columns.action'),
        isControl: true,
        cell: ({ alert, mark }) => <RowActions alert={alert} isGone={mark === 'gone'} onAct={onAct} onMore={onMore} />,
      },
    ];
    return columns.filter((column) => column !== false);
  }, [t, view, selected, mayAct, onSelect, onSelectAll, onAct, onMore]);
}

function SelectAll({ count, onSelectAll }: { count: number; onSelectAll: (isSelected: boolean) => void }) {
  const { t } = useWords();
  return (
    <Checkbox isSelected={false} isIndeterminate={count > 0} onChange={() => onSelectAll(count === 0)}>
      <span className="sr-only">{t('alerts.select.all')}</span>
    </Checkbox>
  );
}

interface SelectBoxProps {
  readonly alert: Alert;
  readonly isSelected: boolean;
  readonly onSelect: (alertId: string, isSelected: boolean) => void;
}

function SelectBox({ alert, isSelected, onSelect }: SelectBoxProps) {
  const { t } = useWords();
  if (alert.status !== 'open' && !isSelected) return undefined;
  const name = nameOf(alert.buyer);
  return (
    <RowCheckbox
      label={t('alerts.select.one', { name })}
      isSelected={isSelected}
      onChange={(value) => onSelect(alert.alertId, value)}
    />
  );
}

interface RowActionsProps {
  readonly alert: Alert;
  readonly isGone: boolean;
  readonly onAct: (alertId: string, act: Act) => void;
  readonly onMore: (alertId: string, button: HTMLElement) => void;
}

function RowActions({ alert, isGone, onAct, onMore }: RowActionsProps) {
  const { t } = useWords();
  const now = useNow(5);
  const { alertId, buyer } = alert;
  const quick = isGone ? undefined : quickAct(alert, now);
  return (
    <span className={css.actions}>
      {quick && <RowButton label={t(`alerts.act.${quick}`)} onPress={() => onAct(alertId, quick)} />}
      <RowButton
        icon={Ellipsis}
        label={t('alerts.more', { name: nameOf(buyer) })}
        hasMenu
        onPress={(button) => onMore(alertId, button)}
      />
    </span>
  );
}
