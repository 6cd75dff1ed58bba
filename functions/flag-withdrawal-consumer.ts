import { riskFlagWithdrawn } from '../shared/contracts/events/risk-flag-withdrawn.ts';
import { withdrawFlag } from '../shared/alerts/ingest/withdraw-flag.ts';
import { createWithdrawalStore } from '../shared/alerts/ingest/withdrawal-store.ts';
import { createAlertStore } from '../shared/alerts/store.ts';
import { eventConsumer } from '../shared/events/consumer.ts';
import { onEvent } from '../shared/events/inbound.ts';
import { systemClock } from '../shared/kernel/clock.ts';
import { ownTable } from '../shared/table/own-table.ts';
import { newUlid } from '../shared/table/ulid.ts';

const table = ownTable();
const deps = {
  alerts: createAlertStore(table),
  withdrawals: createWithdrawalStore(table),
  clock: systemClock,
  newId: newUlid,
};

/** Ends alerts whose flags the risk systems take back. */
export const handler = eventConsumer(onEvent(riskFlagWithdrawn, withdrawFlag(deps)));
