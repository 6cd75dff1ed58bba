import { required, requiredNumber, requiredOneOf } from '../shared/kernel/environment.ts';
import { deadlineIn } from '../shared/aws-json/deadline.ts';
import { gateHandler } from '../shared/gate/handler.ts';
import { createHedgeBudget } from '../shared/aws-json/hedge-rules.ts';
import { createMetrics } from '../shared/gate/metrics.ts';
import { openDynamodb, openQueue } from '../shared/aws-json/open-client.ts';
import { createStopSender } from '../shared/gate/stop-sender.ts';
import { createGateStore } from '../shared/gate/store.ts';
import { createTableReader } from '../shared/gate/table-reader.ts';
import { systemClock } from '../shared/kernel/clock.ts';

const queueUrl = required('STOPPED_ORDERS_QUEUE_URL');
const metrics = createMetrics(required('STAGE'), (line) => process.stdout.write(`${line}\n`));
// Most reads take less than half of this; at most one in twenty is sent twice.
const afterMilliseconds = process.env['GATE_HEDGE_MS'] === undefined ? 10 : requiredNumber('GATE_HEDGE_MS', 1);
const hedge = { afterMilliseconds, budget: createHedgeBudget(0.05) };
const reader = { client: openDynamodb(process.env), tableName: required('TABLE_NAME'), onFailure: metrics.readFailed };
const store = createGateStore(createTableReader({ ...reader, hedge }));
// The connection is opened while the function starts, outside any order's deadline.
await store.markers([{ shopId: 'none', buyerId: 'none' }], deadlineIn(1000));

/** Asked before each new order, over HTTP or by direct invoke. */
export const handler = gateHandler({
  store,
  clock: systemClock,
  recordStops: createStopSender(openQueue(process.env, queueUrl), queueUrl),
  metrics,
  failMode: requiredOneOf('GATE_FAIL_MODE', ['open', 'closed']),
  deadlineMilliseconds: requiredNumber('GATE_DEADLINE_MS', 10),
});
