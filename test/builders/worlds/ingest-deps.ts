import type { Draw } from '../../../shared/alerts/ingest/likeness-rules.ts';
import { createBlockEvidenceStore } from '../../../shared/alerts/ingest/block-evidence-store.ts';
import { createFlagStore } from '../../../shared/alerts/ingest/flag-store.ts';
import { createOutcomeStore } from '../../../shared/alerts/ingest/outcome-store.ts';
import { createWithdrawalStore } from '../../../shared/alerts/ingest/withdrawal-store.ts';
import { createRecentAlertsStore } from '../../../shared/alerts/ingest/recent-alerts-store.ts';
import { createAlertStore } from '../../../shared/alerts/store.ts';
import type { Clock } from '../../../shared/kernel/clock.ts';
import { createOrderStore } from '../../../shared/orders/store.ts';
import { createRefundStore } from '../../../shared/refunds/store.ts';
import type { Table } from '../../../shared/table/client.ts';
import { newUlid } from '../../../shared/table/ulid.ts';
import { createWaiverStore } from '../../../shared/waivers/store.ts';

/** All that the consumers of orders, refunds, risk and deadlines work with, over one table and a clock of the test's. */
export function buildIngestDeps(table: Table, clock: Clock, draw: Draw = Math.random) {
  return {
    alerts: createAlertStore(table),
    flags: createFlagStore(table),
    withdrawals: createWithdrawalStore(table),
    outcomes: createOutcomeStore(table),
    evidence: createBlockEvidenceStore(table),
    orders: createOrderStore(table),
    refunds: createRefundStore(table),
    waivers: createWaiverStore(table),
    shown: createRecentAlertsStore(table),
    draw,
    // A fake clock is moved, and nobody waits.
    pause: async (milliseconds: number) =>
      void ('time' in clock && (clock.time = Number(clock.time) + Math.ceil(milliseconds))),
    clock,
    newId: newUlid,
  };
}
