import { Button } from '../ui/button.tsx';
import { useWords } from '../words/words-provider.tsx';
import type { Act } from './action-rules.ts';
import { choicesOf, mostAtOnce } from './bulk-rules.ts';
import css from './inbox.module.css';
import type { Alert } from './queries.ts';

interface BulkBarProps {
  readonly selected: readonly Alert[];
  readonly onAct: (act: Act, alerts: readonly Alert[]) => void;
  readonly onClear: () => void;
}

/** What can be done with those that are selected; each way says for how many of them. */
export function BulkBar({ selected, onAct, onClear }: BulkBarProps) {
  const { t } = useWords();
  if (selected.length === 0) return undefined;
  const counts = choicesOf(selected);
  const acts = (['dismiss', 'reject_refund', 'cancel_order'] as const).filter((act) => counts[act] > 0);
  return (
    <div className={css.bulk} role="region" aria-label={t('alerts.select.bar')}>
      <span className={css.count} role="status">
        {t('alerts.select.count', { count: selected.length })}
        {selected.length >= mostAtOnce && ` ${t('alerts.select.most', { count: mostAtOnce })}`}
      </span>
      <Button look="quiet" onPress={onClear}>
        {t('alerts.select.clear')}
      </Button>
      {acts.map((act) => (
        <Button
          key={act}
          onPress={() =>
            onAct(
              act,
              selected.filter(({ actions }) => actions.includes(act)),
            )
          }
        >
          {t(`alerts.select.${act}`, { count: counts[act] })}
        </Button>
      ))}
    </div>
  );
}
