import { platformScope } from '../access/scope.ts';
import { AppError } from '../kernel/errors.ts';
import { fromTimestamp } from '../kernel/clock.ts';
import type { EpochMilliseconds } from '../kernel/clock.ts';
import type { ShopId } from '../kernel/ids.ts';
import type { LiveConnection } from './connection-store.ts';
import { isOpening, mostConnections } from './push-frames.ts';
import type { Publish, PublishDeps } from './publish-live.ts';

const closedAtOnce = 20;
/** Several that came at once may have passed the socket's own limit. */
const mostClosed = 2 * mostConnections;

/**
 * The end of a shop's access: cuts its feed, so that nobody catches up across it, and closes its connections. One that is
 * just opening cannot be closed yet: then it rejects, to be tried again.
 */
export function endLive(deps: PublishDeps, publish: Publish) {
  return async (ended: {
    readonly eventId: string;
    readonly shopId: ShopId;
    readonly occurredAt: string;
  }): Promise<void> => {
    const { eventId, shopId } = ended;
    await publish(shopId, { eventId });
    await closeConnections(deps, shopId, fromTimestamp(ended.occurredAt));
  };
}

async function closeConnections(deps: PublishDeps, shopId: ShopId, endedAt: EpochMilliseconds): Promise<void> {
  const { connections, sender, clock } = deps;
  const scope = platformScope(shopId, 'live');
  const { accessIsActive } = await connections.standing(scope);
  const open = await connections.ofShop(scope, clock.now(), mostClosed);
  // The event may come late, when the shop has access again: who came since then stays.
  const ending = accessIsActive ? open.filter(({ connectedAt }) => connectedAt <= endedAt) : open;
  const close = async (connection: LiveConnection): Promise<boolean> => {
    const outcome = await sender.close(connection.connectionId);
    if (outcome === 'gone' && isOpening(connection, clock)) return false;
    await connections.forget(connection);
    return true;
  };
  let isDone = true;
  for (let start = 0; start < ending.length; start += closedAtOnce) {
    const closed = await Promise.all(ending.slice(start, start + closedAtOnce).map(close));
    isDone &&= !closed.includes(false);
  }
  if (!isDone) throw new AppError('unavailable', 'A connection is still opening; try again.');
}
