import { localSigner, signedFetch } from '../../clients/signed-fetch.ts';
import { membersOf } from './demo-people.ts';
import { demoShop, secondShop, secondShopOrders, terminatedShop } from './demo-shop.ts';
import { orderStatusChanged } from './marketplace.ts';
import type { MarketplaceEvent } from './marketplace.ts';
import { orderRiskFlagged } from './risk-events.ts';
import type { SeedOptions } from './seed-options.ts';
import { untilAvailable } from './until-available.ts';

/**
 * Grants access to the demo shop and to the second one, and ends it for a third.
 *
 * @throws Error naming the shop whose access was refused.
 */
export async function grantDemoShops(options: SeedOptions): Promise<void> {
  await setAccess(options, demoShop, 'America/Los_Angeles', 'active');
  await setAccess(options, secondShop, 'Europe/Berlin', 'active');
  await setAccess(options, terminatedShop, 'Asia/Bangkok', 'active');
  await setAccess(options, terminatedShop, 'Asia/Bangkok', 'terminated', {
    reasonCode: 'policy',
    text: 'Your shop sold goods that section 4 of the shop policy does not allow.\nYou can complain below.',
  });
}

async function setAccess(
  { httpUrl }: SeedOptions,
  shopId: string,
  timeZone: string,
  state: string,
  ending: object = {},
): Promise<void> {
  const response = await untilAvailable(() =>
    signedFetch(localSigner('ops'), `${httpUrl}/v1/admin/shops/${shopId}/access`, {
      method: 'PUT',
      body: {
        state,
        timeZone,
        members: membersOf(shopId),
        notify: { channel: 'seller_center_message' },
        reason: 'demo shop',
        ...ending,
      },
    }),
  );
  const text = await response.text();
  if (!response.ok) throw new Error(`The access of the demo shop ${shopId} was refused: ${response.status} ${text}`);
}

/** What happened in the second shop: a few orders, one of them risky. */
export function secondShopEvents(now: number): readonly MarketplaceEvent[] {
  const orders = secondShopOrders(now);
  const [risky] = orders;
  if (!risky) throw new Error('The second shop has no order.');
  const at = (minutes: number) => new Date(now + minutes * 60_000).toISOString();
  const risk = { reasons: ['new_account'], riskScore: 57, respondBy: at(300), flaggedAt: at(-10) };
  return [...orders.map(orderStatusChanged), orderRiskFlagged(risky, risk)];
}
