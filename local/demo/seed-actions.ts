import { demoCancellations, demoRisks } from './demo-risks.ts';
import { demoBlocks, demoShop } from './demo-shop.ts';
import type { Order } from './marketplace.ts';
import { orderStatusChanged, putEvents } from './marketplace.ts';
import type { SeedOptions } from './seed-options.ts';
import { localSigner, signedFetch } from '../../clients/signed-fetch.ts';
import { tellUntil } from './tell-until.ts';
import { untilAvailable } from './until-available.ts';

/**
 * What the demo shop's seller has done about alerts: a cancellation that the order service has confirmed, whose waiver is
 * granted, and one that waits; and an order that the gate has stopped.
 *
 * @throws Error naming the step that was refused, or the order whose alert was not raised in time.
 */
export async function seedActions(options: SeedOptions): Promise<void> {
  const { confirmed, waiting } = demoCancellations(options.now);
  await requestCancellation(options, confirmed);
  await requestCancellation(options, waiting);
  const updatedAt = new Date(options.now).toISOString();
  await putEvents(options.endpointUrl, [orderStatusChanged({ ...confirmed, status: 'CANCELLED', updatedAt })]);
  await stopOrder(options);
}

async function requestCancellation(options: SeedOptions, order: Order): Promise<void> {
  const alertId = await waitForAlert(options, order.orderId);
  const response = await untilAvailable(() =>
    fetch(`${options.httpUrl}/v1/shops/${demoShop}/alerts/${alertId}/cancel-order`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${options.token}`,
        'content-type': 'application/json',
        'idempotency-key': `demo-${order.orderId}`,
      },
      body: JSON.stringify({ reason: 'suspected_fraud' }),
    }),
  );
  // 409: an earlier start was interrupted behind this request.
  if (response.status !== 202 && response.status !== 409)
    throw new Error(`cancelling ${order.orderId}: ${response.status} ${await response.text()}`);
}

/** Flagged with the buyers, and once more if that took the consumer too long. */
function waitForAlert({ httpUrl, endpointUrl, token, now }: SeedOptions, orderId: string): Promise<string> {
  return tellUntil({
    endpointUrl,
    events: demoRisks(now).filter(({ detail }) => detail['orderId'] === orderId),
    async look() {
      const response = await untilAvailable(() =>
        fetch(`${httpUrl}/v1/shops/${demoShop}/orders/${orderId}/risk`, {
          headers: { authorization: `Bearer ${token}` },
        }),
      );
      const text = await response.text();
      if (!response.ok) throw new Error(`The risk of order ${orderId} cannot be read: ${response.status} ${text}`);
      return (JSON.parse(text) as { alert?: { alertId: string } }).alert?.alertId;
    },
    wereTold: true,
    awaited: `The alert of order ${orderId} was not raised`,
  });
}

/** The gate counts it behind its answer, which nobody waits for. */
async function stopOrder({ httpUrl }: SeedOptions): Promise<void> {
  const buyerId = demoBlocks[1].buyer.buyerId;
  const response = await signedFetch(localSigner('order-service'), `${httpUrl}/v1/gate/decisions`, {
    body: {
      checkoutId: 'demo-checkout',
      checks: [{ shopId: demoShop, buyerId, amount: { value: '64.90', currency: 'USD' } }],
    },
  });
  if (!response.ok) throw new Error(`The gate answers ${response.status}: ${await response.text()}`);
}
