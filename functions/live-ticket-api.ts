import { required } from '../shared/kernel/environment.ts';
import { httpStack } from '../shared/http/http-stack.ts';
import { systemClock } from '../shared/kernel/clock.ts';
import { liveTicketRoute } from '../shared/seller-api/live-routes.ts';
import { createConnectionStore } from '../shared/live/connection-store.ts';
import { createTicketStore } from '../shared/live/ticket-store.ts';
import { ownTable } from '../shared/table/own-table.ts';
import { createPlanReader } from '../shared/table/plan-reader.ts';

const table = ownTable();

/** Tickets for the WebSocket, for a shop's sellers. */
export const handler = httpStack([
  liveTicketRoute({
    reader: createPlanReader(table),
    clock: systemClock,
    tickets: createTicketStore(table),
    connections: createConnectionStore(table),
    url: required('LIVE_URL'),
  }),
]);
