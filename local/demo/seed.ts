import { setTimeout as sleep } from 'node:timers/promises';
import { demoRisks } from './demo-risks.ts';
import { demoBlocks, demoBuyers, demoGroups, demoOrders, demoShop } from './demo-shop.ts';
import { linkGroupChanged, orderStatusChanged, profileChanged, putEvents } from './marketplace.ts';
import { seedActions } from './seed-actions.ts';
import type { SeedOptions } from './seed-options.ts';
import { grantDemoShops, secondShopEvents } from './seed-shops.ts';
import { untilAvailable } from './until-available.ts';

/** A message that fails on a busy machine comes again after three minutes. */
const directoryWithinMilliseconds = 240_000;
/** A seller may look up 60 buyers a minute, and the demo's seller is to have most of them left: so the wait grows. */
const longestPauseMilliseconds = 2_000;

/**
 * Gives the demo shops access, and the first of them buyers, orders, link groups, blocks, alerts and waivers. All goes
 * through the product's own endpoints: the admin route, the bus, the seller API and the gate. Doing it again changes nothing.
 *
 * @throws Error naming the step that was refused, or the buyer who did not reach the directory in time.
 */
export async function seedDemo(options: SeedOptions): Promise<void> {
  const { endpointUrl, now } = options;
  await grantDemoShops(options);
  await putEvents(endpointUrl, [
    ...demoBuyers.map(profileChanged),
    ...demoGroups.map(linkGroupChanged),
    ...demoOrders(now).map(orderStatusChanged),
    ...demoRisks(now),
    ...secondShopEvents(now),
  ]);
  for (const buyer of demoBuyers) {
    const group = demoGroups.find((candidate) => candidate.buyerIds.includes(buyer.buyerId));
    await waitForBuyer(options, buyer, (group?.buyerIds.length ?? 1) - 1);
  }
  for (const { buyer, ...block } of demoBlocks)
    await addBlock(options, { ...block, buyerId: buyer.buyerId, username: buyer.username });
  await seedActions(options);
}

async function addBlock({ httpUrl, token }: SeedOptions, body: Readonly<Record<string, string>>): Promise<void> {
  const response = await untilAvailable(() =>
    fetch(`${httpUrl}/v1/shops/${demoShop}/blocks`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    }),
  );
  // 409: an earlier start, or request, was interrupted behind this block.
  await assertStatus(`blocking ${body['buyerId']}`, response, [201, 409]);
}

/** The consumers take a moment; what the seller API shows is what counts. */
async function waitForBuyer(
  { httpUrl, token }: SeedOptions,
  { buyerId, username }: (typeof demoBuyers)[number],
  linkedAccounts: number,
): Promise<void> {
  const url = `${httpUrl}/v1/shops/${demoShop}/buyers?username=${encodeURIComponent(username)}`;
  const deadline = performance.now() + directoryWithinMilliseconds;
  for (let pause = 50; ; pause = Math.min(pause * 2, longestPauseMilliseconds)) {
    const response = await untilAvailable(() => fetch(url, { headers: { authorization: `Bearer ${token}` } }));
    const text = await response.text();
    if (response.ok && (JSON.parse(text) as { linkedAccounts: number }).linkedAccounts === linkedAccounts) return;
    if ((!response.ok && response.status !== 404) || performance.now() > deadline) {
      throw new Error(`The demo buyer ${buyerId} did not reach the directory: ${response.status} ${text}`);
    }
    await sleep(pause);
  }
}

async function assertStatus(what: string, response: Response, accepted: readonly number[]): Promise<void> {
  const text = await response.text();
  if (!accepted.includes(response.status)) throw new Error(`${what}: ${response.status} ${text}`);
}
