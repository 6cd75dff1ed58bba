import { describe, expect, it } from 'vitest';
import { platformScope } from '../../../../shared/access/scope.ts';
import type { WithdrawalStore } from '../../../../shared/alerts/ingest/withdrawal-store.ts';
import type { Alert } from '../../../../shared/alerts/rules.ts';
import type { AlertStore, AlertWrite } from '../../../../shared/alerts/store.ts';
import type { ToldSubject } from '../../../../shared/alerts/subject-rules.ts';
import type { WaiverStore } from '../../../../shared/waivers/store.ts';
import { buildClock, noon } from '../../../builders/fakes/clock.ts';
import { fakeAlertShop } from '../../../builders/fakes/fake-alert-shop.ts';
import { engines } from '../../../builders/engines/engines.ts';
import { useTable } from '../../../builders/engines/table.ts';
import { accessItem } from '../../../builders/items/stored-items.ts';
import { putItems } from '../../../builders/items/table-items.ts';
import { buildWaiver } from '../../../builders/items/waiver.ts';
import { orderAlert } from '../../../builders/worlds/alert-apis.ts';
import { buildIngestDeps } from '../../../builders/worlds/ingest-deps.ts';

const scope = platformScope('shop', 'test');
const order = { type: 'order', buyerId: 'buyer-1', status: 'ON_HOLD', updatedAt: noon } as const;

/** What the suite needs of shop `shop`, which has active access. */
interface AlertShop {
  readonly alerts: AlertStore;
  readonly withdrawals: WithdrawalStore;
  readonly waivers: Pick<WaiverStore, 'read'>;
  tell(orderId: string, told: Extract<ToldSubject, { type: 'order' }>): Promise<void>;
}

function write(before: Alert | undefined, after: Alert, over: Partial<AlertWrite> = {}): AlertWrite {
  return { before, after, event: 'flagged', events: [], now: noon, ...over };
}

/** The fake that use cases are tested on, and the store that they run on, keep the same promises. */
function keepsItsPromises(open: () => Promise<AlertShop>): void {
  const raised = async (shop: AlertShop, orderId: string, over: Partial<Alert> = {}): Promise<Alert> => {
    const alert = orderAlert('shop', orderId, over);
    expect(await shop.alerts.save(scope, write(undefined, alert))).toBe(true);
    return alert;
  };

  it('shows what was saved, and saves nothing on what has changed since, or is there already', async () => {
    const shop = await open();
    const alert = await raised(shop, 'shown');
    const changed = { ...alert, revision: 2 };
    expect(await shop.alerts.save(scope, write(alert, changed))).toBe(true);
    expect(await shop.alerts.save(scope, write(alert, changed))).toBe(false);
    expect(await shop.alerts.save(scope, write(undefined, changed))).toBe(false);
    expect(await shop.alerts.read(scope, alert.alertId)).toEqual(changed);
    expect(await shop.alerts.readSettled(scope, alert.alertId)).toEqual(changed);
  });

  it('saves an event only from where it leads anywhere, and who the buyer is from everywhere', async () => {
    const shop = await open();
    const alert = await raised(shop, 'dismissed', { status: 'dismissed' });
    const changed = { ...alert, revision: 2 };
    expect(await shop.alerts.save(scope, write(alert, changed, { event: 'flagged' }))).toBe(false);
    expect(await shop.alerts.save(scope, write(alert, changed, { event: 'announced' }))).toBe(false);
    expect(await shop.alerts.save(scope, write(alert, changed, { event: 'buyer_corrected' }))).toBe(true);
  });

  it('saves only while the order stands as it was seen, or has not been told of as before', async () => {
    const shop = await open();
    const alert = await raised(shop, 'seen');
    const seeing = (subject: ToldSubject | undefined, before: Alert): Promise<boolean> =>
      shop.alerts.save(scope, write(before, { ...before, revision: before.revision + 1 }, { seen: { subject } }));
    expect(await seeing(order, alert)).toBe(false);
    expect(await seeing(undefined, alert)).toBe(true);
    await shop.tell('seen', order);
    const second = { ...alert, revision: 2 };
    expect(await seeing(undefined, second)).toBe(false);
    expect(await seeing({ ...order, updatedAt: noon - 1 }, second)).toBe(false);
    expect(await seeing(order, second)).toBe(true);
  });

  it('saves only while the withdrawal stands as it was seen, and remembers one only on the alert that was seen', async () => {
    const shop = await open();
    const alert = orderAlert('shop', 'withdrawn');
    const seeing = (at: number | undefined): Promise<boolean> =>
      shop.alerts.save(scope, write(undefined, alert, { seen: { subject: undefined, withdrawal: { at } } }));
    const unseen = { alert: undefined, withdrawnAt: undefined, accessIsActive: true };
    const times = { at: noon, now: noon };
    expect(await shop.withdrawals.remember(scope, alert.alertId, unseen, times)).toBe(true);
    expect(await shop.withdrawals.remember(scope, alert.alertId, unseen, times)).toBe(false);
    expect(await seeing(undefined)).toBe(false);
    expect(await seeing(noon)).toBe(true);
    const seen = await shop.withdrawals.read(scope, alert.alertId);
    expect(seen).toEqual({ alert, withdrawnAt: noon, accessIsActive: true });
    expect(await shop.withdrawals.remember(scope, alert.alertId, { ...seen, alert: undefined }, times)).toBe(false);
    expect(await shop.withdrawals.remember(scope, alert.alertId, seen, { at: noon + 1, now: noon })).toBe(true);
  });

  it('saves a waiver with its alert, and neither when the waiver has changed since', async () => {
    const shop = await open();
    const alert = await raised(shop, 'waived');
    const waiver = buildWaiver({ subjectId: 'waived' });
    const saving = (before: Alert, change: NonNullable<AlertWrite['waiver']>): Promise<boolean> =>
      shop.alerts.save(scope, write(before, { ...before, revision: before.revision + 1 }, { waiver: change }));
    expect(await saving(alert, { before: undefined, after: waiver })).toBe(true);
    const second = { ...alert, revision: 2 };
    expect(await saving(second, { before: undefined, after: waiver })).toBe(false);
    expect(await shop.alerts.read(scope, alert.alertId)).toEqual(second);
    const granted = { ...waiver, status: 'granted', revision: 2 } as const;
    expect(await saving(second, { before: waiver, after: granted })).toBe(true);
    const subject = { subjectType: 'order', subjectId: 'waived' } as const;
    expect(await shop.waivers.read(scope, subject)).toEqual(granted);
  });
}

describe.each(engines())('the stores of alerts on %s', (engine) => {
  const table = useTable(engine);
  keepsItsPromises(async () => {
    await putItems(table, accessItem('shop'));
    const deps = buildIngestDeps(table, buildClock());
    return {
      ...deps,
      async tell(orderId, { type: _type, ...told }) {
        const counts = { orders: 1, openOrders: 1, cancellations: 0 } as const;
        await deps.orders.save(scope, orderId, undefined, { ...told, createdAt: noon }, counts);
      },
    };
  });
});

describe('the stores of alerts in memory', () => {
  keepsItsPromises(async () => {
    const { deps, tell } = fakeAlertShop();
    return {
      ...deps,
      async tell(orderId, told) {
        tell(orderId, told);
      },
    };
  });
});
