import { SchedulerClient } from '@aws-sdk/client-scheduler';
import { alertChanged } from '../shared/contracts/events/alert-changed.ts';
import { alertRaised } from '../shared/contracts/events/alert-raised.ts';
import { required } from '../shared/kernel/environment.ts';
import { scheduleDeadlines } from '../shared/deadlines/schedule-deadlines.ts';
import { createScheduleSender, scheduleTarget } from '../shared/deadlines/schedule-sender.ts';
import { eventConsumer } from '../shared/events/consumer.ts';
import { onEvent } from '../shared/events/inbound.ts';
import { systemClock } from '../shared/kernel/clock.ts';
import { requestBounds } from '../shared/table/request-bounds.ts';

const client = new SchedulerClient(requestBounds(3, 3000));
const schedule = scheduleDeadlines(createScheduleSender(client, scheduleTarget(required), systemClock));

/** Our own alert events: makes the schedules of each alert that waits. */
export const handler = eventConsumer(onEvent(alertRaised, schedule), onEvent(alertChanged, schedule));
