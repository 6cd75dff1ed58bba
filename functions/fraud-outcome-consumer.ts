import { fraudOutcomeConfirmed } from '../shared/contracts/events/fraud-outcome-confirmed.ts';
import { createOutcomeStore } from '../shared/alerts/ingest/outcome-store.ts';
import { recordOutcome } from '../shared/alerts/ingest/record-outcome.ts';
import { createAlertStore } from '../shared/alerts/store.ts';
import { required } from '../shared/kernel/environment.ts';
import { createDeadLetters } from '../shared/events/dead-letters.ts';
import { busEvents, onEvent } from '../shared/events/inbound.ts';
import { queueStack } from '../shared/events/queue-stack.ts';
import { systemClock } from '../shared/kernel/clock.ts';
import { openTable } from '../shared/table/client.ts';
import { newUlid } from '../shared/table/ulid.ts';

const table = openTable(required('TABLE_NAME'));
const deps = {
  alerts: createAlertStore(table),
  outcomes: createOutcomeStore(table),
  clock: systemClock,
  newId: newUlid,
};

/** Shows and counts the fraud that the platform has blocked. */
export const handler = queueStack({
  deadLetters: createDeadLetters(required('DEAD_LETTER_QUEUE_URL')),
  handle: busEvents([onEvent(fraudOutcomeConfirmed, recordOutcome(deps))]),
});
