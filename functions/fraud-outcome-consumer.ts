import { fraudOutcomeConfirmed } from '../shared/contracts/events/fraud-outcome-confirmed.ts';
import { createOutcomeStore } from '../shared/alerts/ingest/outcome-store.ts';
import { recordOutcome } from '../shared/alerts/ingest/record-outcome.ts';
import { createAlertStore } from '../shared/alerts/store.ts';
import { eventConsumer } from '../shared/events/consumer.ts';
import { onEvent } from '../shared/events/inbound.ts';
import { systemClock } from '../shared/kernel/clock.ts';
import { ownTable } from '../shared/table/own-table.ts';
import { newUlid } from '../shared/table/ulid.ts';

const table = ownTable();
const deps = {
  alerts: createAlertStore(table),
  outcomes: createOutcomeStore(table),
  clock: systemClock,
  newId: newUlid,
};

/** Shows and counts the fraud that the platform has blocked. */
export const handler = eventConsumer(onEvent(fraudOutcomeConfirmed, recordOutcome(deps)));
