import { createFlagStore } from '../shared/alerts/ingest/flag-store.ts';
import { followRefund } from '../shared/alerts/ingest/follow-refund.ts';
import { createAlertStore } from '../shared/alerts/store.ts';
import { required } from '../shared/kernel/environment.ts';
import { createDeadLetters } from '../shared/events/dead-letters.ts';
import { busEvents, onEvent } from '../shared/events/inbound.ts';
import { queueStack } from '../shared/events/queue-stack.ts';
import { systemClock } from '../shared/kernel/clock.ts';
import { refundStatusChanged } from '../shared/contracts/events/refund-status-changed.ts';
import { createRefundStore } from '../shared/refunds/store.ts';
import { openTable } from '../shared/table/client.ts';
import { newUlid } from '../shared/table/ulid.ts';
import { createWaiverStore } from '../shared/waivers/store.ts';

const table = openTable(required('TABLE_NAME'));
const deps = {
  alerts: createAlertStore(table),
  flags: createFlagStore(table),
  waivers: createWaiverStore(table),
  refunds: createRefundStore(table),
  clock: systemClock,
  newId: newUlid,
};

/** Keeps the status of returns and refunds, and does to their alerts what it means. */
export const handler = queueStack({
  deadLetters: createDeadLetters(required('DEAD_LETTER_QUEUE_URL')),
  handle: busEvents([onEvent(refundStatusChanged, followRefund(deps))]),
});
