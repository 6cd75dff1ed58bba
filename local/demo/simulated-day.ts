import { demoBuyers, demoGroups, demoShop } from './demo-shop.ts';
import { linkGroupChanged, orderStatusChanged, profileChanged } from './marketplace.ts';
import type { MarketplaceEvent, Order } from './marketplace.ts';
import { createSimulatedRisks } from './simulated-risks.ts';
import type { SimulatedRisks } from './simulated-risks.ts';

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
export function createSimulatedDay(sources: DaySources): SimulatedDay {
  return new Day(sources);
}

interface DaySources {
  readonly now: () => number;
  readonly random: () => number;
}

class Day implements SimulatedDay {
  readonly #now: () => number;
  readonly #random: () => number;
  readonly #run: number;
  readonly #accounts: readonly string[];
  /** Accounts that nobody has named yet. */
  readonly #fresh: string[];
  readonly #open: Order[] = [];
  readonly #risks: SimulatedRisks;
  #count = 0;

  constructor({ now, random }: DaySources) {
    this.#now = now;
    this.#random = random;
    this.#run = Math.floor(now() / 1000);
    this.#accounts = Array.from({ length: accountCount }, (_, i) => `74960${this.#run}${String(i).padStart(3, '0')}`);
    this.#fresh = [...this.#accounts];
    this.#risks = createSimulatedRisks({ now, random, nextId: (prefix) => this.#nextId(prefix) });
  }

  find(orderId: string): Order | undefined {
    return this.#open.find((order) => order.orderId === orderId);
  }

  close(orderId: string): void {
    const at = this.#open.findIndex((order) => order.orderId === orderId);
    if (at >= 0) this.#open.splice(at, 1);
  }

  next(): Happening {
    // Everyone is named before the day begins.
    const unnamed = this.#fresh.pop();
    if (unnamed !== undefined) return this.#profile(unnamed);
    const dice = this.#random();
    if (dice < 0.4) return this.#checkout();
    if (dice < 0.68) return this.#progress();
    if (dice < 0.82) return this.#risk();
    if (dice < 0.87) return { kind: 'fraud', events: [this.#risks.outcome(this.#pick(this.#accounts))] };
    if (dice < 0.9) return { kind: 'action' };
    return dice < 0.96 ? this.#profile(this.#pick(this.#accounts)) : this.#links();
  }

  #profile(buyerId: string): Happening {
    const username = `sim_${buyerId.slice(-3)}_${this.#revision().toString(36).slice(-4)}`;
    return { kind: 'profile', events: [profileChanged({ buyerId, username, revision: this.#revision() })] };
  }

  #checkout(): Happening {
    const buyerId = this.#random() < 0.4 ? this.#pick(demoBuyers).buyerId : this.#pick(this.#accounts);
    return { kind: 'checkout', shopId: demoShop, buyerId, place: () => this.#place(buyerId) };
  }

  #place(buyerId: string): MarketplaceEvent {
    const at = new Date(this.#now()).toISOString();
    const order: Order = {
      shopId: demoShop,
      amount: { value: (5 + this.#random() * 90).toFixed(2), currency: 'USD' },
      orderId: this.#nextId('57647'),
      buyerId,
      status: 'AWAITING_SHIPMENT',
      createdAt: at,
      updatedAt: at,
    };
    if (this.#open.length < mostOpenOrders) this.#open.push(order);
    return orderStatusChanged(order);
  }

  #progress(): Happening {
    const at = Math.floor(this.#random() * this.#open.length);
    const order = this.#open[at];
    if (!order) return this.#checkout();
    const status = this.#random() < 0.1 ? 'CANCELLED' : (course[course.indexOf(order.status) + 1] ?? 'COMPLETED');
    const moved = { ...order, status, updatedAt: new Date(this.#now()).toISOString() };
    if (status === 'COMPLETED' || status === 'CANCELLED') this.#open.splice(at, 1);
    else this.#open[at] = moved;
    return { kind: 'order', events: [orderStatusChanged(moved)] };
  }

  #risk(): Happening {
    const order = this.#open[Math.floor(this.#random() * this.#open.length)];
    const withdrawal = this.#random() < 0.2 ? this.#risks.withdraw() : undefined;
    if (withdrawal) return { kind: 'risk', events: [withdrawal] };
    return order ? { kind: 'risk', events: this.#risks.flag(order) } : this.#checkout();
  }

  #links(): Happening {
    const anyone = () => this.#pick(this.#accounts);
    const known = this.#pick(demoGroups);
    const group =
      this.#random() < 0.3
        ? { groupId: known.groupId, buyerIds: [...known.buyerIds, anyone()] }
        : {
            groupId: `9${this.#run}${Math.floor(this.#random() * 5)}`,
            buyerIds: [...new Set([anyone(), anyone(), anyone()])],
          };
    return { kind: 'links', events: [linkGroupChanged({ ...group, revision: this.#revision() })] };
  }

  #pick<Item>(items: readonly Item[]): Item {
    return items[Math.floor(this.#random() * items.length)] as Item;
  }

  /** Grows from run to run, as events with a lower revision than the directory's have no effect. */
  #nextId(prefix: string): string {
    return `${prefix}${this.#run}${String((this.#count += 1)).padStart(6, '0')}`;
  }

  #revision(): number {
    return Math.floor(this.#now()) + (this.#count += 1);
  }
}
