import { platformScope } from '../shared/access/scope.ts';
import { orderRiskFlagged } from '../shared/contracts/events/order-risk-flagged.ts';
import { createFlagStore } from '../shared/alerts/ingest/flag-store.ts';
import { raiseAlert } from '../shared/alerts/ingest/raise-alert.ts';
import { orderFlag } from '../shared/alerts/ingest/to-flag.ts';
import { createAlertStore } from '../shared/alerts/store.ts';
import { eventConsumer } from '../shared/events/consumer.ts';
import { onEvent } from '../shared/events/inbound.ts';
import { systemClock } from '../shared/kernel/clock.ts';
import { ownTable } from '../shared/table/own-table.ts';
import { newUlid } from '../shared/table/ulid.ts';

const table = ownTable();
const deps = { alerts: createAlertStore(table), flags: createFlagStore(table), clock: systemClock, newId: newUlid };

/** Orders that the risk systems flag become Security Alert Orders. */
export const handler = eventConsumer(
  onEvent(orderRiskFlagged, (detail) =>
    raiseAlert(deps, platformScope(detail.shopId, 'order-flag-consumer'), orderFlag(detail)),
  ),
);
