import { toAccess } from '../access/store.ts';
import type { BoundRoute } from '../http/http-stack.ts';
import { type IdempotencyRecord, type IdempotentUse, liveRecord } from '../idempotency/record.ts';
import { sellerRoute } from './seller-route.ts';
import type { Clock, EpochMilliseconds } from '../kernel/clock.ts';
import type { NewId, ShopId } from '../kernel/ids.ts';
import { batchGet, type ItemsByKey } from '../table/batch-get.ts';
import type { Table } from '../table/client.ts';
import { accessKey, alertKey } from '../table/keys.ts';
import { readSettled } from '../table/settled-read.ts';
import { toAlert } from '../alerts/items.ts';
import { toAlertReply } from '../alerts/reading/reply.ts';
import type { Alert } from '../alerts/rules.ts';
import type { AlertStore } from '../alerts/store.ts';
import { fromOutcome, type SellerChange } from '../alerts/actions/change-as-seller.ts';
import * as contract from '../contracts/http/alert-actions.ts';
import { dismissAlert } from '../alerts/actions/dismiss-alert.ts';
import { requestAction } from '../alerts/actions/request-action.ts';
import type { RequestType } from '../alerts/actions/rules.ts';
import type { SubjectStore } from '../alerts/actions/subject-store.ts';

export interface AlertActionDeps {
  readonly table: Table;
  readonly clock: Clock;
  readonly store: AlertStore;
  readonly subjects: SubjectStore;
  readonly newId: NewId;
}

/** What sellers do about alerts: three routes. */
export function alertActionRoutes(deps: AlertActionDeps): readonly BoundRoute[] {
  return [
    requestRoute(deps, contract.cancelOrder, 'cancel_order'),
    requestRoute(deps, contract.rejectRefund, 'reject_refund'),
    dismissRoute(deps),
  ];
}

function requestRoute(
  deps: AlertActionDeps,
  route: typeof contract.cancelOrder | typeof contract.rejectRefund,
  type: RequestType,
): BoundRoute {
  const accepted = (alert: Alert, now: EpochMilliseconds) => ({
    status: 202,
    body: toAlertReply(alert, { now, waiver: pendingWaiverOf(alert) }),
  });
  return sellerRoute(deps, route, {
    preload,
    replay: async (record, { path, now }) => accepted(await settled(deps, path, record), now),
    async handle(request) {
      const { body, now } = request;
      const wish = { ...sellerChange(deps, request), type, reason: body.reason, now };
      return accepted(await requestAction(deps, wish), now);
    },
  });
}

function dismissRoute(deps: AlertActionDeps): BoundRoute {
  const dismissed = (alert: Alert, now: EpochMilliseconds) => ({ status: 200, body: toAlertReply(alert, { now }) });
  return sellerRoute(deps, contract.dismissAlert, {
    preload,
    replay: async (record, { path, now }) => dismissed(await settled(deps, path, record), now),
    async handle(request) {
      const { verdict } = request.body;
      const { now } = request;
      return dismissed(await dismissAlert(deps, { ...sellerChange(deps, request), verdict, now }), now);
    },
  });
}

interface AlertPath {
  readonly shopId: ShopId;
  readonly alertId: string;
}

function preload(token: { readonly shopId: ShopId }, { path }: { readonly path: AlertPath }) {
  return [alertKey(token.shopId, path.alertId)];
}

/**
 * The alert that a key's record holds, once it is what a read shows as well: the items of a transaction become visible
 * one by one.
 */
async function settled(deps: AlertActionDeps, path: AlertPath, record: IdempotencyRecord): Promise<Alert> {
  await readSettled(deps.table, [alertKey(path.shopId, path.alertId)]);
  return fromOutcome(record);
}

function pendingWaiverOf({ subject }: Alert) {
  if (subject.type === 'outcome') return undefined;
  return { subjectType: subject.type, subjectId: subject.id, status: 'pending' } as const;
}

interface Loaded extends Pick<SellerChange, 'scope'> {
  readonly path: AlertPath;
  readonly loaded: ItemsByKey;
  readonly idempotency?: IdempotentUse;
  readonly now: EpochMilliseconds;
}

function sellerChange({ table }: AlertActionDeps, { scope, path, loaded, idempotency, now }: Loaded): SellerChange {
  const [access, alert] = [accessKey(scope.shopId), alertKey(scope.shopId, path.alertId)];
  return {
    scope,
    use: idempotency,
    async read(again) {
      const items = again ? await batchGet(table, [access, alert, ...(idempotency ? [idempotency.key] : [])]) : loaded;
      return {
        alert: toAlert(items.get(alert)),
        record: idempotency && liveRecord(items.get(idempotency.key), now),
        accessIsActive: toAccess(items.get(access))?.state === 'active',
      };
    },
  };
}
