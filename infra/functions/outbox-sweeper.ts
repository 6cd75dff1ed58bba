import * as partition from '../../shared/kernel/words/partitions.ts';
import type { ScheduledFunction } from '../function-definition.ts';

/** Publishes what the stream lost. */
export const outboxSweeper = {
  kind: 'schedule',
  everyMinutes: 1,
  schedule: { name: 'outbox-sweep', description: 'Publishes what the stream lost', id: 'Sweep' },
  timeoutSeconds: 50,
  grants: {
    table: [{ actions: ['UpdateItem'], partitions: [partition.activity] }],
    indexes: [{ index: 'unpublished', partitions: [partition.outbox] }],
    publishesEvents: true,
  },
  hurts: 'Events that the stream lost stay unpublished.',
} satisfies ScheduledFunction;
