import { createAlertStore } from '../shared/alerts/store.ts';
import { required } from '../shared/kernel/environment.ts';
import { alertDeadline } from '../shared/contracts/messages/alert-deadline.ts';
import { meetDeadline } from '../shared/deadlines/meet-deadline.ts';
import { createDeadLetters } from '../shared/events/dead-letters.ts';
import { directMessages } from '../shared/events/inbound.ts';
import { queueStack } from '../shared/events/queue-stack.ts';
import { systemClock } from '../shared/kernel/clock.ts';
import { openTable } from '../shared/table/client.ts';
import { newUlid } from '../shared/table/ulid.ts';
import { createWaiverStore } from '../shared/waivers/store.ts';

const table = openTable(required('TABLE_NAME'));
const deps = { alerts: createAlertStore(table), waivers: createWaiverStore(table), clock: systemClock, newId: newUlid };

/** What the schedules of alerts send: announces a near deadline, ends an alert whose deadline has passed, gives up on a request. */
export const handler = queueStack({
  deadLetters: createDeadLetters(required('DEAD_LETTER_QUEUE_URL')),
  handle: directMessages(alertDeadline, meetDeadline(deps)),
});
