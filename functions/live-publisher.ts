import { required } from '../shared/kernel/environment.ts';
import { createDeadLetters } from '../shared/events/dead-letters.ts';
import { busEvents } from '../shared/events/inbound.ts';
import { queueStack } from '../shared/events/queue-stack.ts';
import { systemClock } from '../shared/kernel/clock.ts';
import { endLive } from '../shared/live/close-connections.ts';
import { createConnectionStore } from '../shared/live/connection-store.ts';
import { createFeedStore } from '../shared/live/feed-store.ts';
import { createFrameSender, openConnections } from '../shared/live/frame-sender.ts';
import { liveEvents } from '../shared/live/live-events.ts';
import { createLiveMetrics } from '../shared/live/metrics.ts';
import { publishLive } from '../shared/live/publish-live.ts';
import { openTable } from '../shared/table/client.ts';

const table = openTable(required('TABLE_NAME'));
const deps = {
  feed: createFeedStore(table),
  connections: createConnectionStore(table),
  sender: createFrameSender(openConnections(required('LIVE_CALLBACK_URL'), process.env)),
  metrics: createLiveMetrics(required('STAGE'), (line) => process.stdout.write(`${line}\n`)),
  clock: systemClock,
};
const publish = publishLive(deps);

/** Our own events: tells each to its shop's connections, and ends those of a shop that loses its access. */
export const handler = queueStack({
  deadLetters: createDeadLetters(required('DEAD_LETTER_QUEUE_URL')),
  handle: busEvents(liveEvents(publish, endLive(deps, publish))),
});
