import { useNavigate } from 'react-router';
import { useShortcut } from '../keyboard/keyboard-provider.tsx';
import { useShop } from '../session/shop-provider.tsx';
import { useWords } from '../words/words-provider.tsx';
import { canAct } from './action-rules.ts';
import type { Act } from './action-rules.ts';
import type { Alert } from './queries.ts';
import { focusRow, focusedRow } from '../ui/browser-rows.ts';
import { blockPath } from './row-menu.tsx';
import { rowAfter } from './row-focus-rules.ts';

interface InboxKeysProps {
  readonly alerts: readonly Alert[];
  readonly onAct: (alertId: string, act: Act) => void;
  readonly onToggle: (alertId: string) => void;
}

/** The keys of the list. What acts does so on the row that has the focus, and on no other. */
export function InboxKeys({ alerts, onAct, onToggle }: InboxKeysProps) {
  const { t } = useWords();
  const { mayAct, pathTo } = useShop();
  const navigate = useNavigate();
  const group = t('alerts.keys.group');
  const go = (step: 1 | -1) => (): void => {
    const ids = alerts.map(({ alertId }) => alertId);
    focusRow(rowAfter(ids, focusedRow(), step));
  };
  const onRow = (run: (alert: Alert) => void) => (): void => {
    const alert = alerts.find(({ alertId }) => alertId === focusedRow());
    if (alert) run(alert);
  };
  const act = (wanted: Act) => onRow((alert) => canAct(alert, wanted, Date.now()) && onAct(alert.alertId, wanted));
  const open = onRow(({ alertId }) => void navigate(pathTo(`alerts/${alertId}`)));
  const block = onRow((alert) => canAct(alert, 'block_buyer', 0) && void navigate(pathTo(blockPath(alert))));
  const toggle = onRow(({ alertId }) => onToggle(alertId));
  const when = (): boolean => focusedRow() !== undefined;
  useShortcut({ keys: 'j', label: t('alerts.keys.next'), group, repeats: true, run: go(1) });
  useShortcut({ keys: 'k', label: t('alerts.keys.previous'), group, repeats: true, run: go(-1) });
  useShortcut({ keys: 'ArrowDown', label: t('alerts.keys.next'), group, repeats: true, run: go(1), when });
  useShortcut({ keys: 'ArrowUp', label: t('alerts.keys.previous'), group, repeats: true, run: go(-1), when });
  useShortcut({ keys: 'Enter', label: t('alerts.keys.open'), group, run: open, when });
  useShortcut({ keys: 'x', label: t('alerts.keys.select'), group, run: toggle, when }, mayAct);
  useShortcut({ keys: 'c', label: t('alerts.act.cancel_order'), group, run: act('cancel_order'), when }, mayAct);
  useShortcut({ keys: 'r', label: t('alerts.act.reject_refund'), group, run: act('reject_refund'), when }, mayAct);
  useShortcut({ keys: 'd', label: t('alerts.act.dismiss'), group, run: act('dismiss'), when }, mayAct);
  useShortcut({ keys: 'b', label: t('alerts.act.block_buyer'), group, run: block, when }, mayAct);
  return undefined;
}
