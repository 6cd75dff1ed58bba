import { demoBuyers, demoGroups, demoShop } from './demo-shop.ts';
import { linkGroupChanged, orderStatusChanged, profileChanged } from './marketplace.ts';
import type { MarketplaceEvent, Order } from './marketplace.ts';
import { createSimulatedRisks } from './simulated-risks.ts';

/** What happens next: a buyer at the checkout, about whom the gate is asked first, or an event. */
export type Happening =
  | {
      readonly kind: 'checkout';
      readonly shopId: string;
      readonly buyerId: string;
      readonly place: () => MarketplaceEvent;
    }
  | {
      readonly kind: 'order' | 'profile' | 'links' | 'risk' | 'fraud';
      readonly events: readonly MarketplaceEvent[];
    }
  /** A seller who acts on an alert. */
  | { readonly kind: 'action' };

export interface SimulatedDay {
  next(): Happening;
  /** An order of this day that is under way. */
  find(orderId: string): Order | undefined;
  /** Somebody else has cancelled it. */
  close(orderId: string): void;
}

/** After its creation an order goes through these. */
const course = ['AWAITING_COLLECTION', 'IN_TRANSIT', 'DELIVERED', 'COMPLETED'];
const mostOpenOrders = 500;
/** Accounts of the simulation beside the demo shop's buyers, who keep their names: people look them up. */
const accountCount = 40;

/**
 * A marketplace's day in one shop. Accounts of its own order, change their names and are linked; now and then one
 * joins a group in which a demo buyer may be blocked with all linked accounts. Risk systems flag some of their orders and
 * refunds, take flags back and report fraud; the shop's seller acts on some of the alerts.
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
  const accounts = Array.from({ length: accountCount }, (_, i) => `74960${run}${String(i).padStart(3, '0')}`);
  const open: Order[] = [];
  const fresh = [...accounts];
  let count = 0;
  // Grows from run to run, as events with a lower revision than the directory's have no effect.
  const nextId = (prefix: string) => `${prefix}${run}${String((count += 1)).padStart(6, '0')}`;
  const risks = createSimulatedRisks({ now, random, nextId });
  const revision = () => Math.floor(now()) + (count += 1);

  const profile = (buyerId: string): Happening => {
    const username = `sim_${buyerId.slice(-3)}_${revision().toString(36).slice(-4)}`;
    return { kind: 'profile', events: [profileChanged({ buyerId, username, revision: revision() })] };
  };
  const checkout = (): Happening => {
    const buyerId = random() < 0.4 ? pick(demoBuyers).buyerId : pick(accounts);
    const place = () => {
      const at = new Date(now()).toISOString();
      const amount = { value: (5 + random() * 90).toFixed(2), currency: 'USD' };
      const orderId = nextId('57647');
      const order: Order = {
        shopId: demoShop,
        orderId,
        buyerId,
        status: 'AWAITING_SHIPMENT',
        createdAt: at,
        updatedAt: at,
        amount,
      };
      if (open.length < mostOpenOrders) open.push(order);
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
    return { kind: 'order', events: [orderStatusChanged(moved)] };
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
    return { kind: 'links', events: [linkGroupChanged({ ...group, revision: revision() })] };
  };

  const risk = (): Happening => {
    const order = open[Math.floor(random() * open.length)];
    const withdrawal = random() < 0.2 ? risks.withdraw() : undefined;
    if (withdrawal) return { kind: 'risk', events: [withdrawal] };
    return order ? { kind: 'risk', events: risks.flag(order) } : checkout();
  };

  return {
    find: (orderId) => open.find((order) => order.orderId === orderId),
    close(orderId) {
      const at = open.findIndex((order) => order.orderId === orderId);
      if (at >= 0) open.splice(at, 1);
    },
    next() {
      // Everyone is named before the day begins.
      const unnamed = fresh.pop();
      if (unnamed !== undefined) return profile(unnamed);
      const dice = random();
      if (dice < 0.4) return checkout();
      if (dice < 0.68) return progress();
      if (dice < 0.82) return risk();
      if (dice < 0.87) return { kind: 'fraud', events: [risks.outcome(pick(accounts))] };
      if (dice < 0.9) return { kind: 'action' };
      return dice < 0.96 ? profile(pick(accounts)) : links();
    },
  };
}
