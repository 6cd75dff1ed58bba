import { required } from '../shared/kernel/environment.ts';
import { systemClock } from '../shared/kernel/clock.ts';
import { endLive } from '../shared/live/close-connections.ts';
import { createConnectionStore } from '../shared/live/connection-store.ts';
import { createFeedStore } from '../shared/live/feed-store.ts';
import { createFrameSender, openConnections } from '../shared/live/frame-sender.ts';
import { liveEvents } from '../shared/live/live-events.ts';
import { createLiveMetrics } from '../shared/live/metrics.ts';
import { publishLive } from '../shared/live/publish-live.ts';
import { ownTable } from '../shared/table/own-table.ts';
import { eventConsumer } from '../shared/events/consumer.ts';

const table = ownTable();
const deps = {
  feed: createFeedStore(table),
  connections: createConnectionStore(table),
  sender: createFrameSender(openConnections(required('LIVE_CALLBACK_URL'), process.env)),
  metrics: createLiveMetrics(required('STAGE'), (line) => process.stdout.write(`${line}\n`)),
  clock: systemClock,
};
const publish = publishLive(deps);

/** Our own events: tells each to its shop's connections, and ends those of a shop that loses its access. */
export const handler = eventConsumer(...liveEvents(publish, endLive(deps, publish)));
