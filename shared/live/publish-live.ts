import { platformScope } from '../access/scope.ts';
import type { ShopScope } from '../access/scope.ts';
import type { ShopId } from '../kernel/ids.ts';
import { retryOnChange } from '../kernel/retry-on-change.ts';
import type { NewsFrame } from '../contracts/http/live.ts';
import { planAppend } from './feed-rules.ts';
import type { FeedItem, PlacedItem } from './feed-rules.ts';
import type { FeedStore, News } from './feed-store.ts';
import { pushFrames } from './push-frames.ts';
import type { PushDeps } from './push-frames.ts';
import { createShopLanes } from './shop-lanes.ts';

export interface PublishDeps extends PushDeps {
  readonly feed: FeedStore;
}
export type Publish = (shopId: ShopId, item: FeedItem<News>) => Promise<void>;

/** Functions of one shop meet at its feed's head: one of them wins each round. */
const mostRounds = 30;
/** A transaction holds 100 writes: two an item, the head and the access. */
const appendedTogether = 45;

/**
 * Appends events to their shop's feed, then pushes them to its connections. An event that is delivered again stands in
 * the feed once and is pushed again: the delivery before may have ended between the two, and clients ignore what they have.
 */
export function publishLive(deps: PublishDeps): Publish {
  return createShopLanes<FeedItem<News>>(async (shopId, items) => {
    const scope = platformScope(shopId, 'live');
    const placed = await appendToFeed(deps, scope, items);
    const frames = placed.flatMap(({ sequence, news }) => (news ? [JSON.stringify(toFrame(sequence, news))] : []));
    if (frames.length > 0) await pushFrames(deps, scope, frames);
  }, appendedTogether);
}

/** @returns what is to be pushed: nothing while the shop's access is not active. */
function appendToFeed(
  { feed, clock }: PublishDeps,
  scope: ShopScope,
  items: readonly FeedItem<News>[],
): Promise<readonly PlacedItem<News>[]> {
  const eventIds = items.map(({ eventId }) => eventId);
  return retryOnChange({
    mostRounds,
    changesTooFast: "The shop's feed is changing too fast; try again.",
    read: () => feed.read(scope, eventIds),
    decide(state) {
      const { fresh, placed } = planAppend(state, items);
      const result = state.accessIsActive ? placed : [];
      return fresh.length === 0 ? { type: 'end', result } : { type: 'write', write: fresh, result };
    },
    save: (fresh, { head }) => feed.append(scope, head, fresh, clock.now()),
  });
}

/** An entry of the feed, as clients get it. */
export function toFrame(sequence: number, { type, at, data }: News): NewsFrame {
  return { type, cursor: String(sequence), at, data };
}
