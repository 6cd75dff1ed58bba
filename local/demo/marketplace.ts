import { randomUUID } from 'node:crypto';
import { localSigner, signedFetch } from '../../clients/signed-fetch.ts';

/** An event as the marketplace publishes it, before `version` and `eventId`. */
export interface MarketplaceEvent {
  readonly source: 'marketplace.identity' | 'marketplace.orders' | 'marketplace.refunds' | 'marketplace.risk';
  readonly type: string;
  readonly detail: Readonly<Record<string, unknown>>;
}

/** PutEvents takes ten entries. */
const entriesAtOnce = 10;
const bus = 'ssc-local';

/**
 * Puts events on the bus through the AWS endpoint, as the caller `marketplace`.
 *
 * @throws Error with the service's own words when it refuses the call or an entry.
 */
export async function putEvents(endpointUrl: string, events: readonly MarketplaceEvent[]): Promise<void> {
  for (let i = 0; i < events.length; i += entriesAtOnce) {
    const entries = toEntries(events.slice(i, i + entriesAtOnce));
    const response = await signedFetch(localSigner('marketplace', 'events'), `${endpointUrl}/`, {
      method: 'POST',
      headers: { 'content-type': 'application/x-amz-json-1.1', 'x-amz-target': 'AWSEvents.PutEvents' },
      body: { Entries: entries },
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`PutEvents was refused (${response.status}): ${text}`);
    const { FailedEntryCount: failed } = JSON.parse(text) as { FailedEntryCount: number };
    if (failed > 0) throw new Error(`PutEvents refused ${failed} entries: ${text}`);
  }
}

/** As `PutEvents` takes them. */
export function toEntries(events: readonly MarketplaceEvent[]): readonly Readonly<Record<string, string>>[] {
  return events.map(({ source, type, detail }) => ({
    EventBusName: bus,
    Source: source,
    DetailType: type,
    Detail: JSON.stringify({ version: 1, eventId: randomUUID(), ...detail }),
  }));
}

export interface Profile {
  readonly buyerId: string;
  readonly username: string;
  readonly revision: number;
}
export interface Order {
  readonly shopId: string;
  readonly orderId: string;
  readonly buyerId: string;
  readonly status: string;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly amount: { readonly value: string; readonly currency: string };
}
export interface LinkGroup {
  readonly groupId: string;
  readonly buyerIds: readonly string[];
  readonly revision: number;
  readonly evidence?: readonly string[];
}

export function profileChanged(profile: Profile): MarketplaceEvent {
  const avatarUrl = `https://avatars.marketplace.example/${profile.buyerId}.png`;
  return { source: 'marketplace.identity', type: 'Buyer Profile Changed', detail: { ...profile, avatarUrl } };
}

export function orderStatusChanged(order: Order): MarketplaceEvent {
  return { source: 'marketplace.orders', type: 'Order Status Changed', detail: { ...order } };
}

export function linkGroupChanged(group: LinkGroup): MarketplaceEvent {
  return {
    source: 'marketplace.identity',
    type: 'Buyer Link Group Changed',
    detail: { evidence: ['device', 'payment_instrument'], ...group },
  };
}
