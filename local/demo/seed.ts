import { demoRisks } from './demo-risks.ts';
import { demoBlocks, demoBuyers, demoExemption, demoGroups, demoOrders, demoShop } from './demo-shop.ts';
import { linkGroupChanged, orderStatusChanged, profileChanged } from './marketplace.ts';
import { seedActions } from './seed-actions.ts';
import type { SeedOptions } from './seed-options.ts';
import { grantDemoShops, secondShopEvents } from './seed-shops.ts';
import { tellUntil } from './tell-until.ts';
import { untilAvailable } from './until-available.ts';

/**
 * Gives the demo shops access, and the first of them buyers, orders, link groups, blocks, alerts and waivers. All goes
 * through the product's own endpoints: the admin route, the bus, the seller API and the gate. Doing it again changes nothing.
 *
 * @throws Error naming the step that was refused, or the buyer who did not reach the directory in time.
 */
export async function seedDemo(options: SeedOptions): Promise<void> {
  const { endpointUrl, now } = options;
  await grantDemoShops(options);
  await tellUntil({
    endpointUrl,
    events: [
      ...demoBuyers.map(profileChanged),
      ...demoGroups.map(linkGroupChanged),
      ...demoOrders(now).map(orderStatusChanged),
      ...demoRisks(now),
      ...secondShopEvents(now),
    ],
    look: lookForBuyers(options),
    awaited: 'The demo buyers did not reach the directory',
  });
  for (const { buyer, ...block } of demoBlocks) await post(options, 'blocks', { ...block, ...named(buyer) });
  await post(options, 'exemptions', { ...named(demoExemption.buyer), note: demoExemption.note });
  await seedActions(options);
}

const named = ({ buyerId, username }: (typeof demoBuyers)[number]) => ({ buyerId, username });

/** Adds a buyer to a list of the shop's. */
async function post(
  { httpUrl, token }: SeedOptions,
  list: 'blocks' | 'exemptions',
  body: Readonly<Record<string, string>>,
): Promise<void> {
  const response = await untilAvailable(() =>
    fetch(`${httpUrl}/v1/shops/${demoShop}/${list}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    }),
  );
  // 409: an earlier start, or request, was interrupted behind this one.
  await assertStatus(`${list} of ${body['buyerId']}`, response, [201, 409]);
}

/** The consumers take a moment; what the seller API shows is what counts. Whoever was found is not looked up again. */
function lookForBuyers(options: SeedOptions): () => Promise<true | undefined> {
  const missing = [...demoBuyers];
  return async () => {
    for (let buyer = missing[0]; buyer; buyer = missing[0]) {
      if (!(await isFound(options, buyer))) return undefined;
      missing.shift();
    }
    return true;
  };
}

async function isFound(
  { httpUrl, token }: SeedOptions,
  { buyerId, username }: (typeof demoBuyers)[number],
): Promise<boolean> {
  const group = demoGroups.find((candidate) => candidate.buyerIds.includes(buyerId));
  const url = `${httpUrl}/v1/shops/${demoShop}/buyers?username=${encodeURIComponent(username)}`;
  const response = await untilAvailable(() => fetch(url, { headers: { authorization: `Bearer ${token}` } }));
  const text = await response.text();
  if (response.status === 404) return false;
  if (!response.ok) throw new Error(`The demo buyer ${buyerId} cannot be looked up: ${response.status} ${text}`);
  return (JSON.parse(text) as { linkedAccounts: number }).linkedAccounts === (group?.buyerIds.length ?? 1) - 1;
}

async function assertStatus(what: string, response: Response, accepted: readonly number[]): Promise<void> {
  const text = await response.text();
  if (!accepted.includes(response.status)) throw new Error(`${what}: ${response.status} ${text}`);
}
