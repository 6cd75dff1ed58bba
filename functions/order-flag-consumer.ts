import { platformScope } from '../shared/access/scope.ts';
import { orderRiskFlagged } from '../shared/contracts/events/order-risk-flagged.ts';
import { createFlagStore } from '../shared/alerts/ingest/flag-store.ts';
import { raiseAlert } from '../shared/alerts/ingest/raise-alert.ts';
import { orderFlag } from '../shared/alerts/ingest/to-flag.ts';
import { createAlertStore } from '../shared/alerts/store.ts';
import { required } from '../shared/kernel/environment.ts';
import { createDeadLetters } from '../shared/events/dead-letters.ts';
import { busEvents, onEvent } from '../shared/events/inbound.ts';
import { queueStack } from '../shared/events/queue-stack.ts';
import { systemClock } from '../shared/kernel/clock.ts';
import { openTable } from '../shared/table/client.ts';
import { newUlid } from '../shared/table/ulid.ts';

const table = openTable(required('TABLE_NAME'));
const deps = { alerts: createAlertStore(table), flags: createFlagStore(table), clock: systemClock, newId: newUlid };

/** Orders that the risk systems flag become Security Alert Orders. */
export const handler = queueStack({
  deadLetters: createDeadLetters(required('DEAD_LETTER_QUEUE_URL')),
  handle: busEvents([
    onEvent(orderRiskFlagged, (detail) =>
      raiseAlert(deps, platformScope(detail.shopId, 'order-flag-consumer'), orderFlag(detail)),
    ),
  ]),
});
