import type { Clock } from '../kernel/clock.ts';
import type { OutboxStore } from './outbox-store.ts';
import type { Publisher, Unpublished } from './publish.ts';

export interface PublishDeps {
  readonly publisher: Publisher;
  readonly store: OutboxStore;
}

/** Puts events on the bus, then marks them; answers those that are still unpublished. A crash between publishes one again, never none. */
export async function publishOutbox(
  deps: PublishDeps,
  events: readonly Unpublished[],
): Promise<readonly Unpublished[]> {
  const published = new Set(await deps.publisher.publish(events));
  await Promise.all([...published].map((event) => deps.store.markPublished(event)));
  return events.filter((event) => !published.has(event));
}

/** The stream has had this long to publish an event before the sweep takes it for lost. */
const streamAllowance = 30_000;
const pageSize = 100;
const mostPages = 20;

/** Publishes what a stream lost, page by page. Answers how many events it published. */
export async function sweepOutbox(deps: PublishDeps & { readonly clock: Clock }): Promise<number> {
  let swept = 0;
  for (let page = 0; page < mostPages; page++) {
    const events = await deps.store.unpublished(deps.clock.now() - streamAllowance, pageSize);
    if (events.length === 0) break;
    const left = await publishOutbox(deps, events);
    swept += events.length - left.length;
    if (left.length > 0) throw new Error(`${left.length} events could not be published.`);
  }
  return swept;
}
