import { refundRejectionRefused } from '../shared/contracts/events/refund-rejection-refused.ts';
import { refuseAction } from '../shared/alerts/ingest/refuse-action.ts';
import { createAlertStore } from '../shared/alerts/store.ts';
import { eventConsumer } from '../shared/events/consumer.ts';
import { onEvent } from '../shared/events/inbound.ts';
import { systemClock } from '../shared/kernel/clock.ts';
import { ownTable } from '../shared/table/own-table.ts';
import { newUlid } from '../shared/table/ulid.ts';
import { createWaiverStore } from '../shared/waivers/store.ts';

const table = ownTable();
const deps = { alerts: createAlertStore(table), waivers: createWaiverStore(table), clock: systemClock, newId: newUlid };
const refuse = refuseAction(deps, 'rejection-refusal-consumer');

/** Gives alerts back to sellers whose rejection the refund service refused. */
export const handler = eventConsumer(
  onEvent(refundRejectionRefused, (detail, envelope) =>
    refuse(detail, envelope, { type: 'refund', id: detail.refundId }),
  ),
);
