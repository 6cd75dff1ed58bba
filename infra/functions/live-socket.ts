import * as partition from '../../shared/kernel/words/partitions.ts';
import type { SocketFunction } from '../function-definition.ts';
import { read } from '../grants/actions.ts';

/** The WebSocket's side towards its clients. */
export const liveSocket = {
  kind: 'socket',
  routeKeys: ['$connect', '$disconnect', '$default', 'catch_up'],
  // Below API Gateway's 29 s.
  timeoutSeconds: 25,
  memoryMegabytes: 512,
  grants: {
    table: [
      { actions: read, partitions: [partition.shop, partition.feed, partition.ticket, partition.connection] },
      { actions: ['ConditionCheckItem'], partitions: [partition.shop] },
      { actions: ['Query'], partitions: [partition.feed, partition.shopConnections] },
      { actions: ['PutItem'], partitions: [partition.connection, partition.shopConnections] },
      { actions: ['UpdateItem'], partitions: [partition.connection] },
      { actions: ['DeleteItem'], partitions: [partition.ticket, partition.connection, partition.shopConnections] },
    ],
    postsToConnections: true,
  },
  environment: ({ allowedOrigins }) => ({ ALLOWED_ORIGINS: allowedOrigins.join(' ') }),
  hurts: 'Sellers cannot connect, or do not catch up: they see alerts only when they reload.',
} satisfies SocketFunction;
