import { orderStatusChanged, profileChanged, putEvents } from '../../local/demo/marketplace.ts';
import type { MarketplaceEvent } from '../../local/demo/marketplace.ts';
import type { LocalRuntime } from './start-local.ts';

/** Access for a shop, as ops grant it. */
export async function grantAccess(runtime: LocalRuntime, shopId: string, overrides: object = {}): Promise<void> {
  const response = await runtime.signedFetch('ops', `/v1/admin/shops/${shopId}/access`, {
    method: 'PUT',
    body: { state: 'active', timeZone: 'UTC', ...overrides },
  });
  if (!response.ok) throw new Error(`granting access: ${response.status} ${await response.text()}`);
}

/** What the marketplace publishes of a buyer with one order. */
export function buyerWithOrder(shopId: string, buyerId: string, username: string, at = new Date()): MarketplaceEvent[] {
  const time = at.toISOString();
  const amount = { value: '10.00', currency: 'USD' };
  return [
    profileChanged({ buyerId, username, revision: 1 }),
    orderStatusChanged({
      shopId,
      orderId: `o-${buyerId}`,
      buyerId,
      status: 'AWAITING_SHIPMENT',
      createdAt: time,
      updatedAt: time,
      amount,
    }),
  ];
}

export async function publish(runtime: LocalRuntime, events: readonly MarketplaceEvent[]): Promise<void> {
  await putEvents(runtime.endpointUrl, events);
}
