import { platformScope } from '../shared/access/scope.ts';
import { refundRiskFlagged } from '../shared/contracts/events/refund-risk-flagged.ts';
import { createFlagStore } from '../shared/alerts/ingest/flag-store.ts';
import { raiseAlert } from '../shared/alerts/ingest/raise-alert.ts';
import { refundFlag } from '../shared/alerts/ingest/to-flag.ts';
import { createAlertStore } from '../shared/alerts/store.ts';
import { eventConsumer } from '../shared/events/consumer.ts';
import { onEvent } from '../shared/events/inbound.ts';
import { systemClock } from '../shared/kernel/clock.ts';
import { ownTable } from '../shared/table/own-table.ts';
import { newUlid } from '../shared/table/ulid.ts';

const table = ownTable();
const deps = { alerts: createAlertStore(table), flags: createFlagStore(table), clock: systemClock, newId: newUlid };

/** Returns and refunds that the risk systems flag become Risk Refunds. */
export const handler = eventConsumer(
  onEvent(refundRiskFlagged, (detail) =>
    raiseAlert(deps, platformScope(detail.shopId, 'refund-flag-consumer'), refundFlag(detail)),
  ),
);
