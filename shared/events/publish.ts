import { PutEventsCommand } from '@aws-sdk/client-eventbridge';
import type { EventBridgeClient, PutEventsRequestEntry } from '@aws-sdk/client-eventbridge';
import { ownSource } from '../contracts/events/parts/own-source.ts';
import type { EventId, ShopId } from '../kernel/ids.ts';
import type { Item } from '../table/batch-get.ts';

/** An outbox item that is on its way to the bus. */
export interface Unpublished {
  readonly shopId: ShopId;
  readonly eventId: EventId;
  readonly type: string;
  /** RFC 3339. */
  readonly at: string;
  readonly detail: Readonly<Record<string, unknown>>;
  /** Of what it follows from. */
  readonly correlationId?: string;
}

export function toUnpublished(item: Item): Unpublished | undefined {
  const { shopId, outboxSk, type, at, detail, correlationId: id } = item;
  if (typeof shopId !== 'string' || typeof outboxSk !== 'string' || typeof type !== 'string' || typeof at !== 'string')
    return undefined;
  return {
    shopId,
    eventId: outboxSk,
    type,
    at,
    detail: detail as Unpublished['detail'],
    ...(typeof id === 'string' && { correlationId: id }),
  };
}

export interface Publisher {
  /** Puts events on the bus; answers those that the bus took. Never rejects for some of them failing. */
  publish(events: readonly Unpublished[]): Promise<readonly Unpublished[]>;
}

/** EventBridge's limit for one call. */
const entriesPerCall = 10;
const attempts = 3;

export function createPublisher(client: EventBridgeClient, busName: string): Publisher {
  return {
    async publish(events) {
      const published: Unpublished[] = [];
      for (let start = 0; start < events.length; start += entriesPerCall) {
        published.push(...(await putBatch(client, busName, events.slice(start, start + entriesPerCall))));
      }
      return published;
    },
  };
}

/** A call can succeed and still have refused entries: just those are sent again. */
async function putBatch(
  client: EventBridgeClient,
  busName: string,
  events: readonly Unpublished[],
): Promise<Unpublished[]> {
  const taken: Unpublished[] = [];
  let pending = events;
  for (let attempt = 0; attempt < attempts && pending.length > 0; attempt++) {
    const reply = await client.send(new PutEventsCommand({ Entries: pending.map((event) => toEntry(busName, event)) }));
    // What the bus took has an ID; it says of nothing else that it did.
    const isTaken = pending.map((_, index) => reply.Entries?.[index]?.EventId !== undefined);
    taken.push(...pending.filter((_, index) => isTaken[index]));
    pending = pending.filter((_, index) => !isTaken[index]);
  }
  return taken;
}

function toEntry(busName: string, event: Unpublished): PutEventsRequestEntry {
  return {
    EventBusName: busName,
    Source: ownSource,
    DetailType: event.type,
    Detail: JSON.stringify({ ...event.detail, correlationId: event.correlationId }),
    Time: new Date(event.at),
  };
}
