import { demoShop } from './demo-shop.ts';
import type { MarketplaceEvent, Order } from './marketplace.ts';
import { orderStatusChanged, putEvents } from './marketplace.ts';
import { orderCancellationRefused, refundStatusChanged } from './risk-events.ts';

/** Where a running product is. */
export interface RunningProduct {
  readonly httpUrl: string;
  readonly endpointUrl: string;
}

/** An alert of the seller API, as far as it is acted upon here. */
interface ShownAlert {
  readonly alertId: string;
  readonly kind: 'security_alert_order' | 'risk_refund';
  readonly orderId: string;
  readonly refundId?: string;
}

const tokenSeconds = 600;

/**
 * A seller who asks, in the console's place, for the cancellation or rejection of an open alert, if there is one of
 * today's run. Answers whether there was.
 *
 * @param find an order of today's run; alerts about others, as those of the demo data, are left to people.
 */
export async function actOnAlert(
  { httpUrl }: RunningProduct,
  find: (orderId: string) => Order | undefined,
  random: () => number,
): Promise<boolean> {
  const open = (await listAlerts(httpUrl, 'open')).filter(({ orderId }) => find(orderId));
  const alert = open[Math.floor(random() * open.length)];
  if (!alert) return false;
  const action = alert.kind === 'risk_refund' ? 'reject-refund' : 'cancel-order';
  const response = await asSeller(httpUrl, 'POST', `alerts/${alert.alertId}/${action}`);
  // 409: it was answered, withdrawn or due in the meantime.
  if (!response.ok && response.status !== 409)
    throw new Error(`${action}: ${response.status} ${await response.text()}`);
  return response.ok;
}

/**
 * The order and refund services, which do most of what sellers ask for. Answers the orders that they cancelled.
 *
 * @param find an order of today's run; requests about others are not theirs to answer.
 */
export async function answerRequests(
  { httpUrl, endpointUrl }: RunningProduct,
  find: (orderId: string) => Order | undefined,
  random: () => number,
  now: () => number,
): Promise<readonly string[]> {
  const cancelled: string[] = [];
  const answers = (await listAlerts(httpUrl, 'action_requested')).flatMap((alert): MarketplaceEvent[] => {
    const order = find(alert.orderId);
    if (!order) return [];
    const updatedAt = new Date(now()).toISOString();
    if (alert.refundId !== undefined) {
      const { createdAt: _, ...refund } = order;
      const status = 'REFUND_OR_RETURN_REQUEST_REJECT';
      return [refundStatusChanged({ ...refund, refundId: alert.refundId, status, updatedAt })];
    }
    if (random() < 0.2) return [orderCancellationRefused(demoShop, order.orderId, 'already_packed')];
    cancelled.push(order.orderId);
    return [orderStatusChanged({ ...order, status: 'CANCELLED', updatedAt })];
  });
  if (answers.length > 0) await putEvents(endpointUrl, answers);
  return cancelled;
}

async function listAlerts(httpUrl: string, status: string): Promise<readonly ShownAlert[]> {
  const response = await asSeller(httpUrl, 'GET', `alerts?status=${status}&limit=50`);
  const text = await response.text();
  if (!response.ok) throw new Error(`The list of alerts answers ${response.status}: ${text}`);
  return (JSON.parse(text) as { items: readonly ShownAlert[] }).items;
}

async function asSeller(httpUrl: string, method: string, path: string): Promise<Response> {
  const body = JSON.stringify({
    subject: 'simulated-seller',
    shops: [`${demoShop}:owner`],
    expiresInSeconds: tokenSeconds,
  });
  const answer = await fetch(`${httpUrl}/_local/token`, { method: 'POST', body });
  const { token } = (await answer.json()) as { token: string };
  return fetch(`${httpUrl}/v1/shops/${demoShop}/${path}`, { method, headers: { authorization: `Bearer ${token}` } });
}
