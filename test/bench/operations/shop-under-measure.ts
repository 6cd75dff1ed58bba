import type { MarketplaceEvent } from '../../../local/demo/marketplace.ts';
import { alertIdOf } from '../../../shared/alerts/alert-id.ts';
import { buyerWithOrder, grantAccess } from '../../e2e/grant-access.ts';
import type { MeasuredProduct } from './measured-product.ts';

/** IDs of the length that marketplaces use. */
export const shopId = '7494049642642441621';
export const buyerOf = (index: number): string => `70214368102${String(index).padStart(8, '0')}`;
export const orderOf = (index: number): string => `o-${buyerOf(index)}`;
export const refundOf = (index: number): string => `40353112345${String(index).padStart(5, '0')}`;

type Kind = Parameters<typeof alertIdOf>[1];

/** The ID that whoever knows the order or refund can make. */
export function alertOf(kind: Kind, index: number): string {
  const subject =
    kind === 'risk_refund'
      ? ({ type: 'refund', id: refundOf(index) } as const)
      : ({ type: 'order', id: orderOf(index) } as const);
  return alertIdOf(shopId, kind, subject);
}

export interface Shop {
  /** As the shop's owner, and a write with its `Idempotency-Key`; `path` follows `/v1/shops/{shopId}/`. Throws unless it succeeds. */
  seller<Body = unknown>(method: string, path: string, body?: unknown): Promise<Body>;
  /** As a service, to a path of the HTTP front end. Throws unless it succeeds. */
  service(caller: string, method: string, path: string, body?: unknown): Promise<void>;
  /** What the risk systems and services say of the order or refund of a buyer. */
  readonly events: Events;
}

/** A shop with access, whose buyers have ordered once each; the first three share a link group when that is told. */
export async function openMeasuredShop({ runtime, put, settle }: MeasuredProduct, buyers: number): Promise<Shop> {
  await grantAccess(runtime, shopId, {
    quotas: { blocks: 1000, newBlocksPerDay: 1000 },
    notify: { channel: 'email', address: 'ada@shop.example' },
  });
  for (let index = 0; index < buyers; index++)
    await put(...buyerWithOrder(shopId, buyerOf(index), `name-${buyerOf(index)}`));
  await settle();
  const demand = async (what: string, answered: Response): Promise<string> => {
    const text = await answered.text();
    if (!answered.ok) throw new Error(`${what}: ${answered.status} ${text}`);
    return text;
  };
  let keys = 0;
  return {
    events: eventsOf(() => new Date().toISOString()),
    async seller<Body>(method: string, path: string, body?: unknown) {
      const token = await runtime.token({ shops: [`${shopId}:owner`] });
      const answered = await fetch(`${runtime.httpUrl}/v1/shops/${shopId}/${path}`, {
        method,
        headers: {
          authorization: `Bearer ${token}`,
          'content-type': 'application/json',
          ...(method === 'GET' ? {} : { 'idempotency-key': `measured-${(keys += 1)}` }),
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      const text = await demand(`${method} ${path}`, answered);
      return (text === '' ? undefined : JSON.parse(text)) as Body;
    },
    async service(caller, method, path, body) {
      const init = { method, ...(body === undefined ? {} : { body }) };
      await demand(`${method} ${path}`, await runtime.signedFetch(caller, path, init));
    },
  };
}

type Events = ReturnType<typeof eventsOf>;

function eventsOf(now: () => string) {
  const about = (index: number) => ({ shopId, orderId: orderOf(index), buyerId: buyerOf(index) });
  const amount = { value: '25.50', currency: 'USD' };
  const flag = { reasons: ['high_cancellation_rate'], riskScore: 80, amount };
  const event = (source: MarketplaceEvent['source'], type: string, detail: object): MarketplaceEvent => ({
    source,
    type,
    detail: { ...detail },
  });
  return {
    order: (index: number, status: string) =>
      event('marketplace.orders', 'Order Status Changed', {
        ...about(index),
        status,
        createdAt: now(),
        updatedAt: now(),
        amount,
      }),
    orderFlag: (index: number, more: object = {}) =>
      event('marketplace.risk', 'Order Risk Flagged', { ...about(index), ...flag, flaggedAt: now(), ...more }),
    refundFlag: (index: number) =>
      event('marketplace.risk', 'Refund Risk Flagged', {
        ...about(index),
        refundId: refundOf(index),
        ...flag,
        flaggedAt: now(),
      }),
    refund: (index: number, status: string) =>
      event('marketplace.refunds', 'Refund Status Changed', {
        ...about(index),
        refundId: refundOf(index),
        status,
        updatedAt: now(),
        amount,
      }),
    withdrawal: (index: number) =>
      event('marketplace.risk', 'Risk Flag Withdrawn', { shopId, subject: { type: 'order', id: orderOf(index) } }),
    cancellationRefused: (index: number) =>
      event('marketplace.orders', 'Order Cancellation Refused', {
        shopId,
        orderId: orderOf(index),
        reason: 'already_packed',
      }),
    rejectionRefused: (index: number) =>
      event('marketplace.refunds', 'Refund Rejection Refused', {
        shopId,
        refundId: refundOf(index),
        reason: 'evidence_missing',
      }),
    outcome: (index: number) =>
      event('marketplace.risk', 'Fraud Outcome Confirmed', {
        shopId,
        outcomeId: `outcome-${index}`,
        category: 'malicious_refund',
        subject: { type: 'refund', id: refundOf(index) },
        buyerId: buyerOf(index),
        protectedAmount: amount,
        occurredAt: now(),
      }),
    erased: (index: number) => event('marketplace.identity', 'Buyer Erased', { buyerId: buyerOf(index) }),
  };
}
