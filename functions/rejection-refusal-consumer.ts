import { refundRejectionRefused } from '../shared/contracts/events/refund-rejection-refused.ts';
import { refuseAction } from '../shared/alerts/ingest/refuse-action.ts';
import { createAlertStore } from '../shared/alerts/store.ts';
import { required } from '../shared/kernel/environment.ts';
import { createDeadLetters } from '../shared/events/dead-letters.ts';
import { busEvents, onEvent } from '../shared/events/inbound.ts';
import { queueStack } from '../shared/events/queue-stack.ts';
import { systemClock } from '../shared/kernel/clock.ts';
import { openTable } from '../shared/table/client.ts';
import { newUlid } from '../shared/table/ulid.ts';
import { createWaiverStore } from '../shared/waivers/store.ts';

const table = openTable(required('TABLE_NAME'));
const deps = { alerts: createAlertStore(table), waivers: createWaiverStore(table), clock: systemClock, newId: newUlid };
const refuse = refuseAction(deps, 'rejection-refusal-consumer');

/** Gives alerts back to sellers whose rejection the refund service refused. */
export const handler = queueStack({
  deadLetters: createDeadLetters(required('DEAD_LETTER_QUEUE_URL')),
  handle: busEvents([
    onEvent(refundRejectionRefused, (detail, envelope) =>
      refuse(detail, envelope, { type: 'refund', id: detail.refundId }),
    ),
  ]),
});
