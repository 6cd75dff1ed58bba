import { createBlockEvidenceStore } from '../shared/alerts/ingest/block-evidence-store.ts';
import { createFlagStore } from '../shared/alerts/ingest/flag-store.ts';
import { followOrder } from '../shared/alerts/ingest/follow-order.ts';
import { createAlertStore } from '../shared/alerts/store.ts';
import { orderStatusChanged } from '../shared/contracts/events/order-status-changed.ts';
import { createOrderStore } from '../shared/orders/store.ts';
import { required } from '../shared/kernel/environment.ts';
import { createDeadLetters } from '../shared/events/dead-letters.ts';
import { busEvents, onEvent } from '../shared/events/inbound.ts';
import { queueStack } from '../shared/events/queue-stack.ts';
import { systemClock } from '../shared/kernel/clock.ts';
import { openTable } from '../shared/table/client.ts';
import { newUlid } from '../shared/table/ulid.ts';
import { createWaiverStore } from '../shared/waivers/store.ts';

const table = openTable(required('TABLE_NAME'));
const alerts = { alerts: createAlertStore(table), flags: createFlagStore(table), waivers: createWaiverStore(table) };
const orders = { orders: createOrderStore(table), evidence: createBlockEvidenceStore(table) };
const deps = { ...alerts, ...orders, clock: systemClock, newId: newUlid };

/** Keeps which buyer ordered in which shop and how far the order is, and does to its alert what that means. */
export const handler = queueStack({
  deadLetters: createDeadLetters(required('DEAD_LETTER_QUEUE_URL')),
  handle: busEvents([onEvent(orderStatusChanged, followOrder(deps))]),
});
