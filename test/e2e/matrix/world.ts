import { vi } from 'vitest';
import { patientWithProduct } from '../../builders/patience.ts';
import { orderStatusChanged, profileChanged } from '../../../local/demo/marketplace.ts';
import type { MarketplaceEvent } from '../../../local/demo/marketplace.ts';
import { orderRiskFlagged, refundRiskFlagged } from '../../../local/demo/risk-events.ts';
import { grantAccess, publish } from '../grant-access.ts';
import { newBlock, openShop } from '../seller-client.ts';
import type { Shop } from '../seller-client.ts';
import type { LocalRuntime } from '../start-local.ts';
import type { ObjectsByName } from './cells.ts';
import { cursorNames, objects, orderAlert, shops } from './objects.ts';
import type { CursorName } from './objects.ts';

/** A buyer of both shops, whom both block. */
const covered = 'covered';

interface Stock {
  readonly letter: 'a' | 'b';
  readonly shopId: string;
  /** With an order each. */
  readonly buyers: readonly string[];
  readonly blocked: readonly string[];
  readonly exempt: readonly string[];
  /** Orders of `risky-<letter>`, flagged. */
  readonly orders: readonly string[];
  /** Of the same buyer, flagged. */
  readonly refunds: readonly string[];
  /** With a flagged order each: `order-<buyer>`. */
  readonly alerted: readonly string[];
}

const ofBoth = (letter: 'a' | 'b') => ({
  letter,
  blocked: [`blocked-${letter}`, `lifted-${letter}`, covered],
  exempt: [`exempt-${letter}`, `exempt-${letter}-too`],
  orders: [`order-tagged-${letter}`, `order-waived-${letter}-1`, `order-waived-${letter}-2`],
  refunds: [`refund-tagged-${letter}`],
});
const [a, b] = [ofBoth('a'), ofBoth('b')];
const forWriters = (name: string) => [`${name}-a-agent`, `${name}-a-owner`];
const stocks: readonly Stock[] = [
  {
    ...a,
    shopId: shops.own,
    buyers: [
      'risky-a',
      ...a.blocked,
      ...a.exempt,
      ...forWriters('exempt'),
      'trusty-a',
      ...forWriters('trusty'),
      ...forWriters('removed'),
      'fresh-a',
      ...forWriters('fresh'),
      ...forWriters('alerted'),
    ],
    blocked: [...a.blocked, ...forWriters('removed')],
    exempt: [...a.exempt, ...forWriters('exempt')],
    orders: [...a.orders, ...forWriters('order-cancelled'), ...forWriters('order-dismissed')],
    refunds: [...a.refunds, ...forWriters('refund-rejected')],
    alerted: forWriters('alerted'),
  },
  { ...b, shopId: shops.foreign, buyers: ['risky-b', ...b.blocked, ...b.exempt, 'fresh-b', 'trusty-b'], alerted: [] },
];

/** Fills the shops through the product's own endpoints; answers all that can be asked about. */
export async function fillShops(runtime: LocalRuntime): Promise<ObjectsByName> {
  const { own, foreign, other, ended, complaining, complainingToo } = shops;
  for (const shopId of [own, foreign, other, ended, complaining, complainingToo]) {
    await grantAccess(runtime, shopId, {
      quotas: { blocks: 100, newBlocksPerDay: 100 },
      notify: { channel: 'seller_center_message' },
    });
  }
  for (const shopId of [ended, complaining, complainingToo])
    await grantAccess(runtime, shopId, { state: 'terminated', reasonCode: 'policy' });
  const complaint = await complain(runtime, complaining);
  const another = await complain(runtime, complainingToo);
  const now = Date.now();
  const all = stocks.map((stock) => ({ stock, shop: openShop(runtime, stock.shopId) }));
  // One after the other: as many consumers at once would start slower than their time limits allow.
  const told = stocks.map((stock) => eventsOf(stock, now));
  await tell(
    runtime,
    told.flatMap(({ orders }) => orders),
    () => Promise.all(all.map(({ shop, stock }) => seesBuyers(shop, stock))),
  );
  await tell(
    runtime,
    told.flatMap(({ flags }) => flags),
    () => Promise.all(all.map(({ shop, stock }) => seesAlerts(shop, stock))),
  );
  await Promise.all(all.map(({ shop, stock }) => act(shop, stock)));
  await tell(
    runtime,
    told.flatMap(({ cancellations }) => cancellations),
    () => Promise.all(all.map(({ shop }) => seesGrantedWaiver(shop))),
  );
  const complaints = { own: complaint, foreign: another, absent: 'none' };
  return { ...objects, complaint: complaints, ...(await readCursors(runtime)) };
}

async function complain(runtime: LocalRuntime, shopId: string): Promise<string> {
  const { status, body } = await openShop(runtime, shopId).seller('POST', 'access/complaint', { text: 'Why?' });
  if (status !== 201) throw new Error(`complaining: ${status}`);
  return String(body['complaintId']);
}

function eventsOf(
  stock: Stock,
  now: number,
): Readonly<Record<'orders' | 'flags' | 'cancellations', readonly MarketplaceEvent[]>> {
  const { shopId, letter, buyers, orders, refunds, alerted } = stock;
  const at = (milliseconds: number) => new Date(now + milliseconds).toISOString();
  const risk = { reasons: ['high_cancellation_rate'], flaggedAt: at(0), respondBy: at(6 * 3_600_000) };
  const amount = { value: '10.00', currency: 'USD' };
  const orderOf = (buyerId: string, orderId: string) => ({
    ...{ shopId, orderId, buyerId, amount, status: 'AWAITING_SHIPMENT' },
    ...{ createdAt: at(-1_000), updatedAt: at(-1_000) },
  });
  const risky = [
    ...orders.map((orderId) => orderOf(`risky-${letter}`, orderId)),
    ...alerted.map((buyerId) => orderOf(buyerId, `order-${buyerId}`)),
  ];
  const { createdAt: _, ...refunded } = orderOf(`risky-${letter}`, `order-tagged-${letter}`);
  return {
    orders: [
      ...buyers.map((buyerId) => profileChanged({ buyerId, username: `name-${buyerId}`, revision: 1 })),
      ...[...buyers.map((buyerId) => orderOf(buyerId, `o-${letter}-${buyerId}`)), ...risky].map(orderStatusChanged),
    ],
    flags: [
      ...risky.map((order) => orderRiskFlagged(order, risk)),
      ...refunds.map((refundId) => refundRiskFlagged({ ...refunded, refundId }, risk)),
    ],
    // The other waiver stays pending.
    cancellations: orders
      .filter((orderId) => orderId === `order-waived-${letter}-1`)
      .map((orderId) => ({ ...orderOf(`risky-${letter}`, orderId), status: 'CANCELLED', updatedAt: at(0) }))
      .map(orderStatusChanged),
  };
}

/**
 * On a busy machine a message can miss its time limit, and comes again only after minutes. Told again it says the same, which
 * changes nothing where it was heard.
 */
async function tell(
  runtime: LocalRuntime,
  events: readonly MarketplaceEvent[],
  isHeard: () => Promise<unknown>,
): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    await publish(runtime, events);
    try {
      await vi.waitFor(isHeard, { timeout: 6_000, interval: 250 });
      return;
    } catch (error) {
      if (attempt === 80) throw error;
    }
  }
}

async function seesBuyers(shop: Shop, { letter, buyers, orders }: Stock): Promise<void> {
  for (const buyerId of buyers) await found(shop, `buyers?orderId=o-${letter}-${buyerId}`);
  for (const orderId of orders) await found(shop, `buyers?orderId=${orderId}`);
}

async function seesAlerts(shop: Shop, { orders, refunds, alerted }: Stock): Promise<void> {
  const { items } = (await found(shop, 'alerts?limit=100')) as { items: unknown[] };
  const missing = orders.length + refunds.length + alerted.length - items.length;
  if (missing > 0) throw new Error(`${missing} alerts are missing.`);
}

async function seesGrantedWaiver(shop: Shop): Promise<void> {
  const { items } = (await found(shop, 'waivers?status=granted')) as { items: unknown[] };
  if (items.length !== 1) throw new Error(`${items.length} waivers are granted.`);
}

/** As the shop's owner. */
async function act(shop: Shop, { letter, blocked, exempt, orders }: Stock): Promise<void> {
  // Of a reason that the report on retaliation takes note of.
  for (const buyerId of blocked) await done(shop, 'blocks', newBlock(buyerId, { reason: 'abusive_review' }));
  for (const buyerId of exempt) await done(shop, 'exemptions', { buyerId, username: `name-${buyerId}` });
  for (const orderId of orders.filter((one) => one.includes('-waived-'))) {
    await done(shop, `alerts/${orderAlert(letter, orderId)}/cancel-order`, {});
  }
}

async function readCursors(runtime: LocalRuntime): Promise<Record<CursorName, ObjectsByName[CursorName]>> {
  const asSeller = async (name: string, shopId: string) => {
    const list = name === 'alerts' ? 'alerts' : name;
    return (await openShop(runtime, shopId).seller('GET', `${list}?limit=1`)).body;
  };
  const services: Readonly<Record<string, readonly [string, string]>> = {
    shops: ['ops', '/v1/admin/shops'],
    covering: ['support', `/v1/support/buyers/${covered}/blocks`],
    retaliation: ['ops', '/v1/admin/reports/retaliation'],
    complaints: ['ops', '/v1/admin/complaints'],
  };
  const pageOf = async (name: string, shopId: string): Promise<Record<string, unknown>> => {
    const [caller, path] = services[name] ?? [];
    if (!caller) return asSeller(name, shopId);
    return (await (await runtime.signedFetch(caller, `${path}?limit=1`)).json()) as Record<string, unknown>;
  };
  const cursorOf = (name: string, shopId: string) =>
    vi.waitFor(async () => {
      const { nextCursor } = await pageOf(name, shopId);
      if (typeof nextCursor !== 'string') throw new Error(`The list of ${name} gives out no cursor yet.`);
      return nextCursor;
    }, patientWithProduct);
  const entries = cursorNames.map(async (name) => {
    const own = await cursorOf(name, shops.own);
    // Services' lists are of all shops: foreign to them is what another list gave out.
    const foreign = await cursorOf(services[name] ? 'activity' : name, shops.foreign);
    return [`${name}Cursor`, { own, foreign, absent: 'A'.repeat(foreign.length) }] as const;
  });
  return Object.fromEntries(await Promise.all(entries)) as Record<CursorName, ObjectsByName[CursorName]>;
}

async function found(shop: Shop, path: string): Promise<Record<string, unknown>> {
  const { status, body } = await shop.seller('GET', path);
  if (status !== 200) throw new Error(`${path}: ${status}`);
  return body;
}

async function done(shop: Shop, path: string, body: object): Promise<void> {
  const { status, body: answer } = await shop.seller('POST', path, body);
  if (status >= 300) throw new Error(`${path}: ${status} ${JSON.stringify(answer)}`);
}

/**
 * All that a shop's sellers see of it, to be compared with what they see later. Not the platform's messages about the grant
 * and the alerts, which are sent at a time of their own.
 */
export async function showShop(runtime: LocalRuntime, shopId: string): Promise<string> {
  const lists = ['blocks', 'exemptions', 'alerts', 'waivers', 'activity'];
  const shop = openShop(runtime, shopId);
  const pages = await Promise.all(lists.map((list) => found(shop, `${list}?limit=100`)));
  const items = pages.flatMap((page) => page['items'] as { type?: string }[]);
  return JSON.stringify(
    items.filter(({ type }) => type !== 'Seller Center Message Requested'),
    undefined,
    1,
  );
}
