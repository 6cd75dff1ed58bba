import { createLiveTicket } from '../../shared/contracts/http/live.ts';
import * as partition from '../../shared/kernel/words/partitions.ts';
import { apiLimits } from '../api-limits.ts';
import type { HttpFunction } from '../function-definition.ts';
import { read } from '../grants/actions.ts';

/** Tickets for the WebSocket, for a shop's sellers. */
export const liveTicketApi = {
  kind: 'http',
  routes: [createLiveTicket],
  ...apiLimits,
  grants: {
    table: [
      { actions: read, partitions: [partition.shop, partition.feed] },
      { actions: ['PutItem'], partitions: [partition.ticket] },
      { actions: ['Query'], partitions: [partition.shopConnections] },
    ],
    tellsLiveUrl: true,
  },
  hurts: 'Sellers cannot connect, and see alerts only when they reload.',
} satisfies HttpFunction;
