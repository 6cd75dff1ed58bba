import { fromCursor, toCursor } from '../http/cursor.ts';
import type { BoundRoute } from '../http/http-stack.ts';
import { fromTimestamp } from '../kernel/clock.ts';
import { invalid, AppError } from '../kernel/errors.ts';
import { sellerRoute } from './seller-route.ts';
import type { SellerDeps, SellerRequest } from './seller-route.ts';
import type { RouteContract } from '../contracts/http/route-contract.ts';
import type { ShopId } from '../kernel/ids.ts';
import { nothingToRead } from '../table/read-plan.ts';
import { alertIdOf } from '../alerts/alert-id.ts';
import { toSortable } from '../alerts/items.ts';
import type { AlertStatus } from '../kernel/words/alerts.ts';
import { circumstancesOf, versionOf } from '../alerts/rules.ts';
import type { Alert, Subject } from '../alerts/rules.ts';
import * as contract from '../contracts/http/alerts.ts';
import { partsOf } from '../alerts/reading/list-rules.ts';
import type { ListPosition } from '../alerts/reading/list-rules.ts';
import type { AlertListStore } from '../alerts/reading/store.ts';
import { alertRead } from '../alerts/store.ts';
import { toAlertReply } from '../alerts/reading/reply.ts';
import type { SurroundingsStore } from '../alerts/reading/surroundings-store.ts';

interface Deps extends SellerDeps {
  readonly lists: AlertListStore;
  readonly surroundings: SurroundingsStore;
}

/** Alerts and risk tags, as sellers read them: four routes. */
export function alertReadingRoutes(deps: Deps): readonly BoundRoute[] {
  return [
    listAlertsRoute(deps),
    getAlertRoute(deps),
    sellerRoute(deps, contract.readOrderRisk, {
      read: (token, { path }) => alertRead(token, orderAlertId(token.shopId, path.orderId)),
      handle: (request) => riskTag(deps, request, { type: 'order', id: request.path.orderId }),
    }),
    sellerRoute(deps, contract.readRefundRisk, {
      read: (token, { path }) => alertRead(token, refundAlertId(token.shopId, path.refundId)),
      handle: (request) => riskTag(deps, request, { type: 'refund', id: request.path.refundId }),
    }),
  ];
}

function listAlertsRoute(deps: Deps): BoundRoute {
  return sellerRoute(deps, contract.listAlerts, {
    read: () => nothingToRead,
    async handle({ scope, token, query, now }) {
      const { cursor, dueBefore: due, ...filter } = query;
      const from = toPosition(scope.shopId, cursor, query.status);
      const dueBefore = due === undefined ? undefined : fromTimestamp(due);
      const { alerts, next } = await deps.lists.list(scope, { ...filter, dueBefore, from, now });
      const around = await deps.surroundings.read(scope, alerts, now);
      const context = { now, readsOnly: token.role === 'viewer' };
      return {
        status: 200,
        body: {
          items: alerts.map((alert, index) => toAlertReply(alert, { ...around[index], ...context })),
          nextCursor: next && positionCursor(scope.shopId, next),
        },
      };
    },
  });
}

function getAlertRoute(deps: Deps): BoundRoute {
  return sellerRoute(deps, contract.getAlert, {
    read: (token, { path }) => alertRead(token, path.alertId),
    async handle(request) {
      const alert = request.loaded;
      if (!alert) throw new AppError('not_found', 'There is no such alert.');
      return { status: 200, body: await showAlert(deps, request, alert), shows: versionOf(alert) };
    },
  });
}

type AlertRequest = SellerRequest<RouteContract, Alert | undefined>;

async function riskTag(deps: Deps, request: AlertRequest, subject: Subject) {
  const alert = request.loaded;
  if (!alert) return { status: 200, body: { subject, tagged: false } };
  const tagged = !circumstancesOf(alert, request.now).flagIsWithdrawn;
  const body = { subject, tagged, alert: await showAlert(deps, request, alert) };
  return { status: 200, body, shows: versionOf(alert) };
}

async function showAlert({ surroundings }: Deps, request: AlertRequest, alert: Alert) {
  const { scope, token, now } = request;
  const [around] = await surroundings.read(scope, [alert], now);
  return toAlertReply(alert, { ...around, now, readsOnly: token.role === 'viewer' });
}

const orderAlertId = (shopId: ShopId, id: string) => alertIdOf(shopId, 'security_alert_order', { type: 'order', id });
const refundAlertId = (shopId: ShopId, id: string) => alertIdOf(shopId, 'risk_refund', { type: 'refund', id });

const cursorFields = ['part', 'at', 'alertId'] as const;
/** Stands before every entry of a part that is listed newest first. */
const head = { at: toSortable(undefined), alertId: '-' };

function positionCursor(shopId: ShopId, { part, behind }: ListPosition): string {
  const [at = head.at, alertId = head.alertId] = behind?.split('#') ?? [];
  return toCursor(shopId, { part, at, alertId });
}

function toPosition(shopId: ShopId, cursor: string | undefined, status: AlertStatus | undefined) {
  const position = fromCursor(shopId, cursor, cursorFields);
  if (!position) return undefined;
  const part = partsOf(status).find((one) => one === position.part);
  if (!part) throw invalid([{ path: 'query.cursor', message: 'is not a cursor of this list' }]);
  return { part, behind: `${position.at}#${position.alertId}` };
}
