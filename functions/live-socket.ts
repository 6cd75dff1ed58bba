import { listed, required } from '../shared/kernel/environment.ts';
import { systemClock } from '../shared/kernel/clock.ts';
import { createCatchUpStore } from '../shared/live/catch-up-store.ts';
import { createConnectionStore } from '../shared/live/connection-store.ts';
import { createFeedStore } from '../shared/live/feed-store.ts';
import { createFrameSender, openConnections } from '../shared/live/frame-sender.ts';
import { socketStack } from '../shared/live/socket-stack.ts';
import { createTicketStore } from '../shared/live/ticket-store.ts';
import { ownTable } from '../shared/table/own-table.ts';

const table = ownTable();

/** The WebSocket's side towards its clients: lets them in by ticket, tells them what they missed, and forgets them. */
export const handler = socketStack({
  tickets: createTicketStore(table),
  connections: createConnectionStore(table),
  catchUps: createCatchUpStore(table),
  feed: createFeedStore(table),
  sender: createFrameSender(openConnections(required('LIVE_CALLBACK_URL'), process.env)),
  clock: systemClock,
  allowedOrigins: listed('ALLOWED_ORIGINS'),
});
