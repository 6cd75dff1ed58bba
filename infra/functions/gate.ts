import { decideChecks } from '../../shared/contracts/http/gate.ts';
import * as partition from '../../shared/kernel/words/partitions.ts';
import type { HttpFunction } from '../function-definition.ts';
import { read } from '../grants/actions.ts';
import { stoppedOrderConsumer } from './stopped-order-consumer.ts';

/** Asked before each new order, over HTTP or by direct invoke. */
export const gate = {
  kind: 'http',
  routes: [decideChecks],
  invokedBy: 'order-service',
  isHot: true,
  timeoutSeconds: 3,
  memoryMegabytes: 512,
  grants: {
    table: [{ actions: read, partitions: [partition.marker, partition.shop] }],
    sendsTo: stoppedOrderConsumer.queue,
  },
  environment: ({ gate: { deadlineMilliseconds, failMode } }) => ({
    GATE_DEADLINE_MS: String(deadlineMilliseconds),
    GATE_FAIL_MODE: failMode,
  }),
  hurts: 'Order services get no answer: blocked buyers order, or nobody does, as those services decide.',
} satisfies HttpFunction;
