import { createFlagStore } from '../shared/alerts/ingest/flag-store.ts';
import { followRefund } from '../shared/alerts/ingest/follow-refund.ts';
import { createAlertStore } from '../shared/alerts/store.ts';
import { eventConsumer } from '../shared/events/consumer.ts';
import { onEvent } from '../shared/events/inbound.ts';
import { systemClock } from '../shared/kernel/clock.ts';
import { refundStatusChanged } from '../shared/contracts/events/refund-status-changed.ts';
import { createRefundStore } from '../shared/refunds/store.ts';
import { ownTable } from '../shared/table/own-table.ts';
import { newUlid } from '../shared/table/ulid.ts';
import { createWaiverStore } from '../shared/waivers/store.ts';

const table = ownTable();
const deps = {
  alerts: createAlertStore(table),
  flags: createFlagStore(table),
  waivers: createWaiverStore(table),
  refunds: createRefundStore(table),
  clock: systemClock,
  newId: newUlid,
};

/** Keeps the status of returns and refunds, and does to their alerts what it means. */
export const handler = eventConsumer(onEvent(refundStatusChanged, followRefund(deps)));
