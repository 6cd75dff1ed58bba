import { demoShop, secondShop, terminatedShop } from '../../../local/demo/demo-shop.ts';
import type { MarketplaceEvent, Order } from '../../../local/demo/marketplace.ts';
import { orderStatusChanged, profileChanged } from '../../../local/demo/marketplace.ts';
import { orderRiskFlagged } from '../../../local/demo/risk-events.ts';
import { grantAccess, publish } from '../../e2e/grant-access.ts';
import { openShop, untilFound } from '../../e2e/seller-client.ts';
import type { ConsoleWorld } from './console-world.ts';

const hour = 3_600_000;

/** Access for the shops of the people who can sign in, and for one of them its end. The shops are empty. */
export async function openShops({ product }: ConsoleWorld): Promise<void> {
  await grantAccess(product, demoShop, { timeZone: 'America/Los_Angeles' });
  await grantAccess(product, secondShop, { timeZone: 'Europe/Berlin' });
  await grantAccess(product, terminatedShop);
  await grantAccess(product, terminatedShop, { state: 'terminated', reason: 'tests' });
}

/** An order of a buyer in the demo shop that waits to be shipped. */
export function waitingOrder(buyerId: string, changes: Partial<Order> = {}): Order {
  const at = (hoursAgo: number): string => new Date(Date.now() - hoursAgo * hour).toISOString();
  return {
    shopId: demoShop,
    orderId: `o-${buyerId}`,
    buyerId,
    status: 'AWAITING_SHIPMENT',
    createdAt: at(2),
    updatedAt: at(1),
    amount: { value: '48.50', currency: 'USD' },
    ...changes,
  };
}

/** Buyers with an order each in the demo shop; waits until they can be found. */
export async function addBuyers({ product }: ConsoleWorld, names: Readonly<Record<string, string>>): Promise<void> {
  const events = Object.entries(names).flatMap(([buyerId, username]): MarketplaceEvent[] => [
    profileChanged({ buyerId, username, revision: 1 }),
    orderStatusChanged(waitingOrder(buyerId)),
  ]);
  await publish(product, events);
  await untilFound(openShop(product, demoShop), Object.values(names));
}

/** The risk systems flag the order of a buyer. */
export async function flagOrder({ product }: ConsoleWorld, buyerId: string, hours = 20): Promise<void> {
  const now = Date.now();
  const risk = {
    reasons: ['high_cancellation_rate'],
    riskScore: 90,
    respondBy: new Date(now + hours * hour).toISOString(),
    flaggedAt: new Date(now).toISOString(),
  };
  await publish(product, [orderRiskFlagged(waitingOrder(buyerId), risk)]);
}
