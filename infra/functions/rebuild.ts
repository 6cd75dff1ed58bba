import * as partition from '../../shared/kernel/words/partitions.ts';
import type { HttpFunction } from '../function-definition.ts';
import { read } from '../grants/actions.ts';
import { coverBuyers, readEnded } from '../grants/coverage.ts';
import { coverageStepConsumer } from './coverage-step-consumer.ts';

/** Mends derived items, piece by piece, as ops find them by a scan that no function may do. */
export const rebuild = {
  kind: 'http',
  routes: [],
  invokedBy: 'ops',
  timeoutSeconds: 180,
  memoryMegabytes: 512,
  grants: {
    table: [
      coverBuyers,
      readEnded,
      { actions: [...read, 'UpdateItem'], partitions: [partition.shopBuyer] },
      { actions: [...read, 'ConditionCheckItem'], partitions: [partition.order] },
    ],
    sendsTo: coverageStepConsumer.queue,
  },
  hurts: 'Ops cannot mend derived items. Nobody else is hurt.',
} satisfies HttpFunction;
