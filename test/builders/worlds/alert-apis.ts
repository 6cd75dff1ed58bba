import { createWriteLimitStore } from '../../../shared/write-limit/store.ts';
import { createSubjectStore } from '../../../shared/alerts/actions/subject-store.ts';
import { alertIdOf } from '../../../shared/alerts/alert-id.ts';
import { alertEvent } from '../../../shared/alerts/alert-event.ts';
import { alertActionRoutes } from '../../../shared/seller-api/alert-action-routes.ts';
import { alertReadingRoutes } from '../../../shared/seller-api/alert-routes.ts';
import type { Alert } from '../../../shared/alerts/rules.ts';
import { createAlertListStore } from '../../../shared/alerts/reading/store.ts';
import { createSurroundingsStore } from '../../../shared/alerts/reading/surroundings-store.ts';
import { createAlertStore } from '../../../shared/alerts/store.ts';
import { platformScope } from '../../../shared/access/scope.ts';
import { httpStack } from '../../../shared/http/http-stack.ts';
import type { Clock } from '../../../shared/kernel/clock.ts';
import type { Table } from '../../../shared/table/client.ts';
import { createPlanReader } from '../../../shared/table/plan-reader.ts';
import { totalsKey } from '../../../shared/table/keys.ts';
import { newUlid } from '../../../shared/table/ulid.ts';
import { checkWaiverRoute } from '../../../shared/performance/waiver-route.ts';
import { listWaiversRoute } from '../../../shared/seller-api/waiver-routes.ts';
import { createWaiverBuyersStore } from '../../../shared/alerts/reading/waiver-buyers-store.ts';
import { createWaiverStore } from '../../../shared/waivers/store.ts';
import { ask } from './seller-api.ts';
import { buildOrderAlert } from '../items/shop-alerts.ts';
import { readItem } from '../items/table-items.ts';

interface Options {
  readonly subject?: string;
  readonly role?: string;
}
interface Call {
  readonly path: string;
  readonly pathParameters?: Record<string, string>;
  readonly method?: string;
  readonly query?: Record<string, string>;
  readonly body?: unknown;
  readonly key?: string | undefined;
  readonly headers?: Readonly<Record<string, string>>;
}

/** The stores of the functions for alerts. */
export function alertStores(table: Table) {
  return {
    store: createAlertStore(table),
    subjects: createSubjectStore(table),
    lists: createAlertListStore(table),
    surroundings: createSurroundingsStore(table),
    writeLimit: createWriteLimitStore(table),
    termsVersion: 'terms-1',
  };
}

/** The functions for alerts and waivers as they are deployed, over one table and a clock of the test's. */
export function buildAlertApis(table: Table, clock: Clock) {
  const deps = { reader: createPlanReader(table), clock, ...alertStores(table), newId: newUlid };
  const waivers = createWaiverStore(table);
  const handler = httpStack([
    ...alertReadingRoutes(deps),
    ...alertActionRoutes(deps),
    listWaiversRoute({ ...deps, store: waivers, buyers: createWaiverBuyersStore(table) }),
    checkWaiverRoute({ store: waivers }),
  ]);
  return {
    seller(shopId: string, { subject = 'ann', role = 'owner' }: Options = {}) {
      const call = ({ path, pathParameters, key, headers, ...rest }: Call) =>
        ask(handler, {
          ...rest,
          path: `/v1/shops/${shopId}/${path}`,
          pathParameters: { shopId, ...pathParameters },
          claims: { sub: subject, shops: `${shopId}:${role}`, scope: 'ssc/seller' },
          headers: { ...(key === undefined ? {} : { 'idempotency-key': key }), ...headers },
        });
      const act =
        (action: string) =>
        (alertId: string, body?: unknown, key?: string, headers: Record<string, string> = {}) =>
          call({
            method: 'POST',
            path: `alerts/${alertId}/${action}`,
            pathParameters: { alertId },
            key,
            headers,
            ...(body === undefined ? {} : { body }),
          });
      return {
        list: (query: Record<string, string> = {}) => call({ path: 'alerts', query }),
        get: (alertId: string, headers: Record<string, string> = {}) =>
          call({ path: `alerts/${alertId}`, pathParameters: { alertId }, headers }),
        cancel: act('cancel-order'),
        reject: act('reject-refund'),
        dismiss: act('dismiss'),
        orderRisk: (orderId: string) => call({ path: `orders/${orderId}/risk`, pathParameters: { orderId } }),
        refundRisk: (refundId: string) => call({ path: `refunds/${refundId}/risk`, pathParameters: { refundId } }),
        waivers: (query: Record<string, string> = {}) => call({ path: 'waivers', query }),
      };
    },
    /** The performance service's question. */
    checkWaiver: (query: Record<string, string>) =>
      ask(handler, {
        path: '/v1/performance/waivers',
        query,
        callerArn: 'arn:aws:sts::000000000000:assumed-role/ssc-local-performance-service/tests',
      }),
  };
}

/** The alert of an order, under the ID that whoever knows the order can make. */
export function orderAlert(shopId: string, orderId: string, overrides: Partial<Alert> = {}): Alert {
  const subject = { type: 'order', id: orderId } as const;
  return buildOrderAlert({
    alertId: alertIdOf(shopId, 'security_alert_order', subject),
    subject,
    orderId,
    ...overrides,
  });
}

/** The alert of a refund, likewise. */
export function refundAlert(shopId: string, refundId: string, overrides: Partial<Alert> = {}): Alert {
  const subject = { type: 'refund', id: refundId } as const;
  return buildOrderAlert({
    kind: 'risk_refund',
    alertId: alertIdOf(shopId, 'risk_refund', subject),
    subject,
    orderId: `order-of-${refundId}`,
    ...overrides,
  });
}

/** A fraud outcome, likewise. */
export function outcomeAlert(shopId: string, outcomeId: string, overrides: Partial<Alert> = {}): Alert {
  const subject = { type: 'outcome', id: outcomeId } as const;
  return buildOrderAlert({
    kind: 'fraud_outcome',
    status: 'resolved',
    alertId: alertIdOf(shopId, 'fraud_outcome', subject),
    subject,
    category: 'malicious_refund',
    ...overrides,
  });
}

/** Raises alerts through the store, as a flag does: counted, and with their events. */
export async function raise(table: Table, shopId: string, ...alerts: readonly Alert[]): Promise<void> {
  const scope = platformScope(shopId, 'test');
  for (const after of alerts) {
    const now = after.raisedAt;
    const events = [alertEvent(newUlid(), scope, after, 'raised', now)];
    const saved = await createAlertStore(table).save(scope, {
      before: undefined,
      after,
      event: 'flagged',
      events,
      now,
    });
    if (!saved) throw new Error(`The alert ${after.alertId} is there already.`);
  }
}

/** The shop's counters that are not zero. */
export async function totalsOfShop(table: Table, shopId: string): Promise<Record<string, number>> {
  const { pk: _pk, sk: _sk, ...counters } = (await readItem(table, totalsKey(shopId))) ?? {};
  return Object.fromEntries(Object.entries(counters).filter(([, count]) => count !== 0)) as Record<string, number>;
}

/** An order's own item, as its newest event left it. */
export function orderAttributes(status: string, at: number, buyerId = 'buyer-1') {
  return { buyerId, status, createdAt: at, updatedAt: at };
}
