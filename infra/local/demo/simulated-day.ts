import { demoBuyers, demoGroups, demoShop } from './demo-shop.ts';
import {
  linkGroupChanged,
  type MarketplaceEvent,
  type Order,
  orderStatusChanged,
  profileChanged,
} from './marketplace.ts';

/** What happens next: a buyer at the checkout, about whom the gate is asked first, or an event. */
export type Happening =
  | {
      readonly kind: 'checkout';
      readonly shopId: string;
      readonly buyerId: string;
      readonly place: () => MarketplaceEvent;
    }
  | { readonly kind: 'order' | 'profile' | 'links'; readonly event: MarketplaceEvent };

export interface SimulatedDay {
  next(): Happening;
}

/** After its creation an order goes through these. */
const course = ['AWAITING_COLLECTION', 'IN_TRANSIT', 'DELIVERED', 'COMPLETED'];
const MOST_OPEN_ORDERS = 500;
/** Accounts of the simulation beside the demo shop's buyers, who keep their names: people look them up. */
const ACCOUNTS = 40;

/**
 * A marketplace's day in one shop. Accounts of its own order, change their names and are linked; now and then one
 * joins a group in which a demo buyer may be blocked with all linked accounts.
 *
 * @param sources.now epoch milliseconds on the local clock.
 * @param sources.random in [0, 1).
 */
export function createSimulatedDay(sources: {
  readonly now: () => number;
  readonly random: () => number;
}): SimulatedDay {
  const { now, random } = sources;
  const pick = <Item>(items: readonly Item[]): Item => items[Math.floor(random() * items.length)] as Item;
  const run = Math.floor(now() / 1000);
  const accounts = Array.from({ length: ACCOUNTS }, (_, i) => `74960${run}${String(i).padStart(3, '0')}`);
  const open: Order[] = [];
  const fresh = [...accounts];
  let count = 0;
  // Grows from run to run, as events with a lower revision than the directory's have no effect.
  const revision = () => Math.floor(now()) + (count += 1);

  const profile = (buyerId: string): Happening => {
    const username = `sim_${buyerId.slice(-3)}_${revision().toString(36).slice(-4)}`;
    return { kind: 'profile', event: profileChanged({ buyerId, username, revision: revision() }) };
  };
  const checkout = (): Happening => {
    const buyerId = random() < 0.4 ? pick(demoBuyers).buyerId : pick(accounts);
    const place = () => {
      const at = new Date(now()).toISOString();
      const amount = { value: (5 + random() * 90).toFixed(2), currency: 'USD' };
      const orderId = `57647${run}${String((count += 1)).padStart(6, '0')}`;
      const order: Order = {
        shopId: demoShop,
        orderId,
        buyerId,
        status: 'AWAITING_SHIPMENT',
        createdAt: at,
        updatedAt: at,
        amount,
      };
      if (open.length < MOST_OPEN_ORDERS) open.push(order);
      return orderStatusChanged(order);
    };
    return { kind: 'checkout', shopId: demoShop, buyerId, place };
  };
  const progress = (): Happening => {
    const at = Math.floor(random() * open.length);
    const order = open[at];
    if (!order) return checkout();
    const status = random() < 0.1 ? 'CANCELLED' : (course[course.indexOf(order.status) + 1] ?? 'COMPLETED');
    const moved = { ...order, status, updatedAt: new Date(now()).toISOString() };
    if (status === 'COMPLETED' || status === 'CANCELLED') open.splice(at, 1);
    else open[at] = moved;
    return { kind: 'order', event: orderStatusChanged(moved) };
  };
  const links = (): Happening => {
    const known = pick(demoGroups);
    const group =
      random() < 0.3
        ? { groupId: known.groupId, buyerIds: [...known.buyerIds, pick(accounts)] }
        : {
            groupId: `9${run}${Math.floor(random() * 5)}`,
            buyerIds: [...new Set([pick(accounts), pick(accounts), pick(accounts)])],
          };
    return { kind: 'links', event: linkGroupChanged({ ...group, revision: revision() }) };
  };

  return {
    next() {
      // Everyone is named before the day begins.
      const unnamed = fresh.pop();
      if (unnamed !== undefined) return profile(unnamed);
      const dice = random();
      if (dice < 0.5) return checkout();
      if (dice < 0.85) return progress();
      return dice < 0.95 ? profile(pick(accounts)) : links();
    },
  };
}
