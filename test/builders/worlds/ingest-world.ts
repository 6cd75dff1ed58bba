import { AppError } from '../../../shared/kernel/errors.ts';
import { platformScope } from '../../../shared/access/scope.ts';
import { alertIdOf } from '../../../shared/alerts/alert-id.ts';
import { fraudOutcomeConfirmed } from '../../../shared/contracts/events/fraud-outcome-confirmed.ts';
import { orderCancellationRefused } from '../../../shared/contracts/events/order-cancellation-refused.ts';
import { orderRiskFlagged } from '../../../shared/contracts/events/order-risk-flagged.ts';
import { refundRejectionRefused } from '../../../shared/contracts/events/refund-rejection-refused.ts';
import { refundRiskFlagged } from '../../../shared/contracts/events/refund-risk-flagged.ts';
import { riskFlagWithdrawn } from '../../../shared/contracts/events/risk-flag-withdrawn.ts';
import type { Draw } from '../../../shared/alerts/ingest/likeness-rules.ts';
import { followOrder } from '../../../shared/alerts/ingest/follow-order.ts';
import { followRefund } from '../../../shared/alerts/ingest/follow-refund.ts';
import { raiseAlert } from '../../../shared/alerts/ingest/raise-alert.ts';
import { recordOutcome } from '../../../shared/alerts/ingest/record-outcome.ts';
import { refuseAction } from '../../../shared/alerts/ingest/refuse-action.ts';
import { orderFlag, refundFlag } from '../../../shared/alerts/ingest/to-flag.ts';
import { withdrawFlag } from '../../../shared/alerts/ingest/withdraw-flag.ts';
import { toAlert } from '../../../shared/alerts/items.ts';
import type { Block } from '../../../shared/block-list/rules.ts';
import { orderStatusChanged } from '../../../shared/contracts/events/order-status-changed.ts';
import { busEvents, onEvent } from '../../../shared/events/inbound.ts';
import { toTimestamp } from '../../../shared/kernel/clock.ts';
import type { Clock } from '../../../shared/kernel/clock.ts';
import { refundStatusChanged } from '../../../shared/contracts/events/refund-status-changed.ts';
import type { Table } from '../../../shared/table/client.ts';
import { alertKey, buyerAttribute, buyerHistoryKey, markerKey } from '../../../shared/table/keys.ts';
import { newUlid } from '../../../shared/table/ulid.ts';
import { noon } from '../fakes/clock.ts';
import { blockItems } from '../items/stored-items.ts';
import { putItems, readItem } from '../items/table-items.ts';
import { buildIngestDeps } from './ingest-deps.ts';

/** More than any number of events about one order needs to get past each other. */
const mostDeliveries = 50;

/** An event as the marketplace publishes it; `at` is when, the test's now unless told otherwise. */
export interface InboundEvent {
  readonly source: string;
  readonly type: string;
  readonly detail: Readonly<Record<string, unknown>>;
  readonly at?: number;
}

const about = { shopId: 'shop', orderId: 'o1', buyerId: 'buyer-1' };
const reported = (contract: { source: string; type: string }, detail: object): InboundEvent => ({
  ...contract,
  detail: { version: 1, eventId: newUlid(), ...detail },
});

/** Inbound events about shop `shop`, order `o1`, refund `r1` and buyer `buyer-1`, unless told otherwise; `at` in seconds after noon. */
export const inbound = {
  orderFlag: (at = 0, detail: object = {}) =>
    reported(orderRiskFlagged, {
      ...about,
      reasons: ['high_cancellation_rate'],
      flaggedAt: second(at),
      ...detail,
    }),
  refundFlag: (at = 0, detail: object = {}) =>
    reported(refundRiskFlagged, {
      ...about,
      refundId: 'r1',
      reasons: ['false_claim_pattern'],
      flaggedAt: second(at),
      ...detail,
    }),
  withdrawal: (at: number, detail: object = {}) =>
    reported(riskFlagWithdrawn, {
      shopId: 'shop',
      subject: { type: 'order', id: 'o1' },
      withdrawnAt: second(at),
      ...detail,
    }),
  order: (status: string, at = 0, detail: object = {}) =>
    reported(orderStatusChanged, { ...about, status, createdAt: second(0), updatedAt: second(at), ...detail }),
  refund: (status: string, at = 0, detail: object = {}) =>
    reported(refundStatusChanged, { ...about, refundId: 'r1', status, updatedAt: second(at), ...detail }),
  cancellationRefused: (detail: object = {}) =>
    reported(orderCancellationRefused, {
      shopId: 'shop',
      orderId: 'o1',
      reason: 'already_packed',
      ...detail,
    }),
  rejectionRefused: (detail: object = {}) =>
    reported(refundRejectionRefused, {
      shopId: 'shop',
      refundId: 'r1',
      reason: 'evidence_missing',
      ...detail,
    }),
  outcome: (detail: object = {}) =>
    reported(fraudOutcomeConfirmed, {
      shopId: 'shop',
      outcomeId: 'fo-1',
      category: 'malicious_refund',
      subject: { type: 'refund', id: 'r1' },
      buyerId: 'buyer-1',
      occurredAt: second(0),
      ...detail,
    }),
};

/** Seconds after noon as a timestamp. */
export function second(at: number): string {
  return toTimestamp(noon + at * 1000);
}

export const alertIds = {
  order: (orderId = 'o1') => alertIdOf('shop', 'security_alert_order', { type: 'order', id: orderId }),
  refund: (refundId = 'r1') => alertIdOf('shop', 'risk_refund', { type: 'refund', id: refundId }),
  outcome: (outcomeId = 'fo-1') => alertIdOf('shop', 'fraud_outcome', { type: 'outcome', id: outcomeId }),
};

/** All consumers of inbound events about orders, refunds and risk, over one table and a clock of the test's. */
export function createIngestWorld(table: Table, clock: Clock, draw: Draw = Math.random) {
  const deps = buildIngestDeps(table, clock, draw);
  const refused = refuseAction(deps, 'test');
  const handle = busEvents([
    onEvent(orderRiskFlagged, (detail) => raiseAlert(deps, platformScope(detail.shopId, 'test'), orderFlag(detail))),
    onEvent(refundRiskFlagged, (detail) => raiseAlert(deps, platformScope(detail.shopId, 'test'), refundFlag(detail))),
    onEvent(riskFlagWithdrawn, withdrawFlag(deps)),
    onEvent(fraudOutcomeConfirmed, recordOutcome(deps)),
    onEvent(orderCancellationRefused, (detail, envelope) =>
      refused(detail, envelope, { type: 'order', id: detail.orderId }),
    ),
    onEvent(refundRejectionRefused, (detail, envelope) =>
      refused(detail, envelope, { type: 'refund', id: detail.refundId }),
    ),
    onEvent(refundStatusChanged, followRefund(deps)),
    onEvent(orderStatusChanged, followOrder(deps)),
  ]);
  /** Events one after the other, with whole seconds as EventBridge does. */
  const deliver = async (...events: readonly InboundEvent[]): Promise<void> => {
    for (const { source, type, detail, at = clock.now() } of events) {
      const time = new Date(Math.floor(at / 1000) * 1000).toISOString().replace('.000Z', 'Z');
      await handle({ source, 'detail-type': type, time, detail }, at);
    }
  };
  /** As a queue does, which delivers again what could not be done for now. */
  const deliverUntilDone = async (event: InboundEvent): Promise<void> => {
    for (let deliveries = 1; ; deliveries++) {
      try {
        return await deliver(event);
      } catch (error) {
        const isPassing = error instanceof AppError && error.code === 'unavailable';
        if (!isPassing || deliveries === mostDeliveries) throw error;
      }
    }
  };
  return {
    deliver,
    /** All at once, each until it is done: what gets in each other's way on a busy machine comes again. */
    deliverAtOnce: async (...events: readonly InboundEvent[]) => void (await Promise.all(events.map(deliverUntilDone))),
    alert: async (alertId: string = alertIds.order()) => toAlert(await readItem(table, alertKey('shop', alertId))),
    history: async (buyerId = 'buyer-1') => {
      const { pk: _pk, sk: _sk, ...counts } = (await readItem(table, buyerHistoryKey('shop', buyerId))) ?? {};
      return counts;
    },
    /** A block that has marked these accounts. */
    async block(block: Block, ...accounts: readonly string[]): Promise<void> {
      const { blockId, expiresAt } = block;
      const entry = { [buyerAttribute(block.buyerId)]: { blockId, expiresAt } };
      const markers = accounts.map((account) => ({ ...markerKey('shop', account), ...entry, revision: 1 }));
      await putItems(table, ...blockItems('shop', block), ...markers);
    },
  };
}
