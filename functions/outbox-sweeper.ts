import { EventBridgeClient } from '@aws-sdk/client-eventbridge';
import { required } from '../shared/kernel/environment.ts';
import { createOutboxStore } from '../shared/events/outbox-store.ts';
import { metricLine } from '../shared/metrics/metric-line.ts';
import { createPublisher } from '../shared/events/publish.ts';
import { sweepOutbox } from '../shared/events/publish-outbox.ts';
import { requestBounds } from '../shared/table/request-bounds.ts';
import { systemClock } from '../shared/kernel/clock.ts';
import { ownTable } from '../shared/table/own-table.ts';

const publisher = createPublisher(new EventBridgeClient(requestBounds(3, 3000)), required('BUS_NAME'));
const store = createOutboxStore(ownTable());
const stage = required('STAGE');

/** Each minute: publishes events that the stream has not. */
export async function handler(): Promise<{ swept: number }> {
  const swept = await sweepOutbox({ publisher, store, clock: systemClock });
  if (swept > 0) process.stdout.write(`${metricLine(stage, 'OutboxSwept', swept)}\n`);
  return { swept };
}
