import { orderCancellationRefused } from '../shared/contracts/events/order-cancellation-refused.ts';
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
const refuse = refuseAction(deps, 'cancellation-refusal-consumer');

/** Gives alerts back to sellers whose cancellation the order service refused. */
export const handler = eventConsumer(
  onEvent(orderCancellationRefused, (detail, envelope) =>
    refuse(detail, envelope, { type: 'order', id: detail.orderId }),
  ),
);
