import { SQSClient } from '@aws-sdk/client-sqs';
import { required, requiredNumber, requiredOneOf } from '../shared/config.ts';
import { gateHandler } from '../shared/gate/handler.ts';
import { createMeter } from '../shared/gate/meter.ts';
import { createStopSender } from '../shared/gate/stop-sender.ts';
import { createGateStore } from '../shared/gate/store.ts';
import { createTableReader } from '../shared/gate/table-reader.ts';
import { systemClock } from '../shared/kernel/clock.ts';
import { openTable } from '../shared/table/client.ts';
import { requestBounds } from '../shared/table/request-bounds.ts';

const deadlineMilliseconds = requiredNumber('GATE_DEADLINE_MS', 10);
// One attempt a request: the gate repeats within its own deadline.
const once = requestBounds(1, deadlineMilliseconds);
const meter = createMeter(required('STAGE'), (line) => process.stdout.write(`${line}\n`));
const store = createGateStore(createTableReader(openTable(required('TABLE_NAME'), once), meter.readFailed));
// The connection is opened while the function starts, outside any order's deadline.
await store.markers([{ shopId: 'none', buyerId: 'none' }], AbortSignal.timeout(1000));

/** Asked before each new order, over HTTP or by direct invoke. */
export const handler = gateHandler({
  store,
  clock: systemClock,
  recordStops: createStopSender(new SQSClient(once), required('STOPPED_ORDERS_QUEUE_URL')),
  meter,
  failMode: requiredOneOf('GATE_FAIL_MODE', ['open', 'closed']),
  deadlineMilliseconds,
});
