import type { ShopScope } from '../access/scope.ts';
import type { Clock } from '../kernel/clock.ts';
import type { ConnectionStore, LiveConnection } from './connection-store.ts';
import type { FrameSender } from './frame-sender.ts';
import type { LiveMetrics } from './metrics.ts';

export interface PushDeps {
  readonly connections: ConnectionStore;
  readonly sender: FrameSender;
  readonly metrics: LiveMetrics;
  readonly clock: Clock;
}

/** Of one shop. The socket takes no more. */
export const mostConnections = 500;
const pushedAtOnce = 20;
/** Well within the function's time; whoever was not reached by then catches up. */
const pushForMilliseconds = 8000;
/** A connection is known a moment before it is open: until then it seems to be gone. Longer than an API's function may take. */
export const openingMilliseconds = 30_000;

/** Sends frames in their order to every connection of a shop. Who is not reached is counted, and catches up. */
export async function pushFrames(deps: PushDeps, scope: ShopScope, frames: readonly string[]): Promise<void> {
  const waiting = [...(await deps.connections.ofShop(scope, deps.clock.now(), mostConnections))];
  const giveUpAt = performance.now() + pushForMilliseconds;
  const pushOneAfterTheOther = async (): Promise<void> => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      if (performance.now() > giveUpAt) return deps.metrics.pushFailed(waiting.splice(0).length + 1, 'OutOfTime');
      await pushTo(deps, next, frames);
    }
  };
  await Promise.all(Array.from({ length: Math.min(pushedAtOnce, waiting.length) }, pushOneAfterTheOther));
}

async function pushTo(deps: PushDeps, connection: LiveConnection, frames: readonly string[]): Promise<void> {
  if (connection.until <= deps.clock.now()) return hangUp(deps, connection);
  for (const frame of frames) {
    const outcome = await deps.sender.post(connection.connectionId, frame).catch((error: unknown) => {
      deps.metrics.pushFailed(1, error instanceof Error ? error.name : typeof error);
      return 'failed' as const;
    });
    if (outcome === 'sent') continue;
    if (outcome === 'gone' && !isOpening(connection, deps.clock)) await deps.connections.forget(connection);
    return;
  }
}

/** Silence would look like a quiet day: its client comes back with a new token, and catches up. */
async function hangUp(deps: PushDeps, connection: LiveConnection): Promise<void> {
  try {
    await deps.sender.close(connection.connectionId);
    await deps.connections.forget(connection);
  } catch (error) {
    deps.metrics.pushFailed(1, error instanceof Error ? error.name : typeof error);
  }
}

export function isOpening({ connectedAt }: LiveConnection, clock: Clock): boolean {
  return clock.now() - connectedAt < openingMilliseconds;
}
