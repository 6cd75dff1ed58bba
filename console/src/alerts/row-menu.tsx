import { useNavigate } from 'react-router';
import { useShop } from '../session/shop-provider.tsx';
import { MenuAt } from '../ui/menu-at.tsx';
import { useNow } from '../ui/use-now.ts';
import { useWords } from '../words/words-provider.tsx';
import { canAct } from './action-rules.ts';
import type { Act } from './action-rules.ts';
import { nameOf } from './name-rules.ts';
import type { Alert } from './queries.ts';

interface RowMenuProps {
  readonly alert: Alert;
  readonly button: HTMLElement;
  readonly onAct: (alertId: string, act: Act) => void;
  readonly onClose: () => void;
}

/** What else can be done with the alert of a row. */
export function RowMenu({ alert, button, onAct, onClose }: RowMenuProps) {
  const { t } = useWords();
  const { mayAct, pathTo } = useShop();
  const navigate = useNavigate();
  const now = useNow(5);
  const { alertId, buyer } = alert;
  const to = (path: string) => () => void navigate(pathTo(path));
  const canDismiss = mayAct && canAct(alert, 'dismiss', now);
  const canBlock = mayAct && canAct(alert, 'block_buyer', 0);
  const choices = [
    { id: 'open', label: t('alerts.openAlert'), onAction: to(`alerts/${alertId}`) },
    canDismiss && { id: 'dismiss', label: t('alerts.act.dismiss'), onAction: () => onAct(alertId, 'dismiss') },
    canBlock && { id: 'block', label: t('alerts.act.block_buyer'), onAction: to(blockPath(alert)) },
    { id: 'buyer', label: t('alerts.ofBuyer'), onAction: to(`alerts?show=all&buyerId=${buyer.buyerId}`) },
  ];
  return (
    <MenuAt
      label={t('alerts.more', { name: nameOf(buyer) })}
      at={button}
      choices={choices.filter((choice) => choice !== false)}
      onClose={onClose}
    />
  );
}

/** Where a block begins that is made because of an alert. */
export function blockPath({ alertId, buyer }: Alert): string {
  return `block-list/new?${new URLSearchParams({ buyerId: buyer.buyerId, alertId }).toString()}`;
}
