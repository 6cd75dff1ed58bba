import type { AlertStatus } from '../../../shared/kernel/words/alerts.ts';
import type { Dice } from './dice.ts';

export interface StormEvent {
  readonly source: string;
  readonly type: string;
  readonly detail: Readonly<Record<string, unknown>>;
}

/** Events that belong together, and what must stand at the end, in whatever order they arrive. */
export interface Story {
  readonly shopId: string;
  readonly events: readonly StormEvent[];
  readonly alert?: { readonly kind: string; readonly subjectId: string; readonly status: AlertStatus };
  readonly outcome?: { readonly category: string; readonly occurredAt: number; readonly amount?: Amount };
}
export interface Amount {
  readonly value: string;
  readonly currency: string;
}

const day = 86_400_000;
const hour = 3_600_000;
const categories = ['malicious_refund', 'abusive_review', 'empty_parcel', 'account_takeover'];
const digitsOf = { USD: 2, EUR: 2, JPY: 0, KWD: 3 } as const;

type Plot = readonly [AlertStatus | undefined, (flag: Flagging) => readonly StormEvent[]];
interface Flagging {
  flag(changes?: Readonly<Record<string, unknown>>): StormEvent;
  status(...statuses: readonly string[]): readonly StormEvent[];
  withdrawn(at: number): StormEvent;
  refused(): StormEvent;
}

/** Plots whose end does not depend on the order of their events. */
const orderPlots: readonly Plot[] = [
  ['open', ({ flag }) => [flag()]],
  ['open', ({ flag, status }) => [flag(), ...status('AWAITING_SHIPMENT')]],
  ['open', ({ flag, refused }) => [flag(), refused()]],
  ['open', ({ flag, withdrawn }) => [flag(), withdrawn(1), flag({ riskScore: 99, at: 2 })]],
  ['resolved', ({ flag, status }) => [flag(), ...status('AWAITING_SHIPMENT', 'CANCELLED')]],
  ['expired', ({ flag, status }) => [flag(), ...status('AWAITING_SHIPMENT', 'IN_TRANSIT', 'DELIVERED')]],
  ['expired', ({ flag }) => [flag({ late: true })]],
  ['withdrawn', ({ flag, withdrawn }) => [flag(), withdrawn(1)]],
  [undefined, ({ status }) => status('UNPAID', 'AWAITING_SHIPMENT', 'IN_TRANSIT')],
];
const refundPlots: readonly Plot[] = [
  ['open', ({ flag, status }) => [flag(), ...status('RETURN_OR_REFUND_REQUEST_PENDING')]],
  ['open', ({ flag, refused }) => [flag(), refused()]],
  ['resolved', ({ flag, status }) => [flag(), ...status('REFUND_OR_RETURN_REQUEST_REJECT')]],
  ['expired', ({ flag, status }) => [flag(), ...status('RETURN_OR_REFUND_REQUEST_COMPLETE')]],
  ['withdrawn', ({ flag, withdrawn }) => [flag(), withdrawn(1)]],
];

/** The story with this number; numbers make its IDs. */
export function tellStory(dice: Dice, number: number, shopId: string, now: number): Story {
  const chance = dice.roll();
  if (chance < 0.55) return outcomeStory(dice, number, shopId, now);
  return chance < 0.85
    ? subjectStory(dice, number, shopId, now, 'order')
    : subjectStory(dice, number, shopId, now, 'refund');
}

function outcomeStory(dice: Dice, number: number, shopId: string, now: number): Story {
  const category = dice.pick(categories);
  const occurredAt = now - dice.whole(5 * day);
  const amount = dice.roll() < 0.8 ? moneyOf(dice) : undefined;
  const detail = {
    ...fields(number, 0),
    shopId,
    outcomeId: `fo-${number}`,
    category,
    subject: { type: 'order', id: `o-${number}` },
    buyerId: buyerOf(dice),
    occurredAt: timestamp(occurredAt),
    ...(amount ? { protectedAmount: amount } : {}),
  };
  return {
    shopId,
    events: [{ source: 'marketplace.risk', type: 'Fraud Outcome Confirmed', detail }],
    alert: { kind: 'fraud_outcome', subjectId: `fo-${number}`, status: 'resolved' },
    outcome: { category, occurredAt, ...(amount ? { amount } : {}) },
  };
}

function subjectStory(dice: Dice, number: number, shopId: string, now: number, type: 'order' | 'refund'): Story {
  const [status, tell] = dice.pick(type === 'order' ? orderPlots : refundPlots);
  const subjectId = `${type === 'order' ? 'o' : 'r'}-${number}`;
  const events = tell(createFlagging(dice, number, shopId, now, type));
  const kind = type === 'order' ? 'security_alert_order' : 'risk_refund';
  return { shopId, events, ...(status ? { alert: { kind, subjectId, status } } : {}) };
}

function createFlagging(dice: Dice, number: number, shopId: string, now: number, type: 'order' | 'refund'): Flagging {
  const started = now - 6 * hour - dice.whole(12 * hour);
  const at = (step: number) => timestamp(started + step * hour);
  const buyerId = buyerOf(dice);
  const amount = moneyOf(dice);
  const ids = type === 'order' ? { orderId: `o-${number}` } : { orderId: `o-${number}`, refundId: `r-${number}` };
  const id = type === 'order' ? `o-${number}` : `r-${number}`;
  let count = 0;
  const common = () => ({ ...fields(number, (count += 1)), shopId });
  return {
    flag: ({ at: step = 0, late = false, ...changes } = {}) => ({
      source: 'marketplace.risk',
      type: type === 'order' ? 'Order Risk Flagged' : 'Refund Risk Flagged',
      detail: {
        ...common(),
        ...ids,
        buyerId,
        reasons: ['high_cancellation_rate'],
        riskScore: dice.whole(101),
        amount,
        respondBy: timestamp(late ? now - hour : now + 3 * day + dice.whole(day)),
        flaggedAt: at(Number(step)),
        ...changes,
      },
    }),
    status: (...statuses) =>
      statuses.map((status, step) => ({
        source: type === 'order' ? 'marketplace.orders' : 'marketplace.refunds',
        type: type === 'order' ? 'Order Status Changed' : 'Refund Status Changed',
        detail: {
          ...common(),
          ...ids,
          buyerId,
          status,
          ...(type === 'order' ? { createdAt: at(-1) } : {}),
          updatedAt: at(step),
          amount,
        },
      })),
    withdrawn: (step) => ({
      source: 'marketplace.risk',
      type: 'Risk Flag Withdrawn',
      detail: { ...common(), subject: { type, id }, withdrawnAt: at(step) },
    }),
    refused: () => ({
      source: type === 'order' ? 'marketplace.orders' : 'marketplace.refunds',
      type: type === 'order' ? 'Order Cancellation Refused' : 'Refund Rejection Refused',
      detail: { ...common(), ...(type === 'order' ? { orderId: id } : { refundId: id }), reason: 'already_packed' },
    }),
  };
}

const fields = (number: number, step: number) => ({ version: 1, eventId: `e-${number}-${step}` });
const timestamp = (at: number): string => new Date(at).toISOString();
const buyerOf = (dice: Dice): string => `b-${dice.whole(400)}`;

function moneyOf(dice: Dice): Amount {
  const currency = dice.pick(Object.keys(digitsOf) as (keyof typeof digitsOf)[]);
  const digits = digitsOf[currency];
  const value = (dice.whole(500_000) / 10 ** digits).toFixed(digits);
  return { value, currency };
}
