import { createAlertStore } from '../shared/alerts/store.ts';
import { alertDeadline } from '../shared/contracts/messages/alert-deadline.ts';
import { meetDeadline } from '../shared/deadlines/meet-deadline.ts';
import { messageConsumer } from '../shared/events/consumer.ts';
import { systemClock } from '../shared/kernel/clock.ts';
import { ownTable } from '../shared/table/own-table.ts';
import { newUlid } from '../shared/table/ulid.ts';
import { createWaiverStore } from '../shared/waivers/store.ts';

const table = ownTable();
const deps = { alerts: createAlertStore(table), waivers: createWaiverStore(table), clock: systemClock, newId: newUlid };

/** What the schedules of alerts send: announces a near deadline, ends an alert whose deadline has passed, gives up on a request. */
export const handler = messageConsumer(alertDeadline, meetDeadline(deps));
