import { setTimeout as pause } from 'node:timers/promises';
import { createBlockEvidenceStore } from '../shared/alerts/ingest/block-evidence-store.ts';
import { createFlagStore } from '../shared/alerts/ingest/flag-store.ts';
import { followOrder } from '../shared/alerts/ingest/follow-order.ts';
import { createRecentAlertsStore } from '../shared/alerts/ingest/recent-alerts-store.ts';
import { createAlertStore } from '../shared/alerts/store.ts';
import { orderStatusChanged } from '../shared/contracts/events/order-status-changed.ts';
import { createOrderStore } from '../shared/orders/store.ts';
import { eventConsumer } from '../shared/events/consumer.ts';
import { onEvent } from '../shared/events/inbound.ts';
import { systemClock } from '../shared/kernel/clock.ts';
import { ownTable } from '../shared/table/own-table.ts';
import { newUlid } from '../shared/table/ulid.ts';
import { createWaiverStore } from '../shared/waivers/store.ts';

const table = ownTable();
const alerts = { alerts: createAlertStore(table), flags: createFlagStore(table), waivers: createWaiverStore(table) };
const orders = { orders: createOrderStore(table), evidence: createBlockEvidenceStore(table) };
const chance = { shown: createRecentAlertsStore(table), draw: Math.random, pause };
const deps = { ...alerts, ...orders, ...chance, clock: systemClock, newId: newUlid };

/** Keeps which buyer ordered in which shop and how far the order is, and does to its alert what that means. */
export const handler = eventConsumer(onEvent(orderStatusChanged, followOrder(deps)));
