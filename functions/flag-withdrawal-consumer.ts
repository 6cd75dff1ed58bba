import { riskFlagWithdrawn } from '../shared/contracts/events/risk-flag-withdrawn.ts';
import { withdrawFlag } from '../shared/alerts/ingest/withdraw-flag.ts';
import { createWithdrawalStore } from '../shared/alerts/ingest/withdrawal-store.ts';
import { createAlertStore } from '../shared/alerts/store.ts';
import { required } from '../shared/kernel/environment.ts';
import { createDeadLetters } from '../shared/events/dead-letters.ts';
import { busEvents, onEvent } from '../shared/events/inbound.ts';
import { queueStack } from '../shared/events/queue-stack.ts';
import { systemClock } from '../shared/kernel/clock.ts';
import { openTable } from '../shared/table/client.ts';
import { newUlid } from '../shared/table/ulid.ts';

const table = openTable(required('TABLE_NAME'));
const deps = {
  alerts: createAlertStore(table),
  withdrawals: createWithdrawalStore(table),
  clock: systemClock,
  newId: newUlid,
};

/** Ends alerts whose flags the risk systems take back. */
export const handler = queueStack({
  deadLetters: createDeadLetters(required('DEAD_LETTER_QUEUE_URL')),
  handle: busEvents([onEvent(riskFlagWithdrawn, withdrawFlag(deps))]),
});
