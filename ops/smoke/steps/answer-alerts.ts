import type { alert } from '../../../shared/contracts/http/alerts.ts';
import { readReceipt, readWaiverKeys } from '../../../shared/contracts/http/receipts.ts';
import { verifyReceipt } from '../../../clients/receipt-verifier.ts';
import { readOrderRisk } from '../../../shared/contracts/http/alerts.ts';
import type * as z from 'zod';
import { expectStatus, notYetUnless } from '../canary.ts';
import type { Canary } from '../canary.ts';
import { flagWithdrawn, orderFlag, orderOf, orderStatus, refundFlag, refundOf, refundStatus } from '../canary-ids.ts';
import { NotYet } from '../failure.ts';
import type { Step } from '../step.ts';

type Alert = z.output<typeof alert>;
type Subject = { readonly type: 'orders' | 'refunds'; readonly id: string };

/** Far enough away that the deadline's schedule is made before, near enough not to be waited for. */
const deadlineMilliseconds = 30_000;

/** The alert about an order or refund, once it has this status. */
export function untilAlert(canary: Canary, { type, id }: Subject, status: Alert['status']): Promise<Alert> {
  return canary.until(`the alert about ${id} to be ${status}`, async () => {
    const answer = await canary.seller('GET', `${type}/${id}/risk`);
    const wrong = notYetUnless(answer, 200);
    if (wrong) return wrong;
    const { alert: found } = readOrderRisk.reply.parse(answer.body);
    return found?.status === status ? found : new NotYet(found?.status ?? 'there is none');
  });
}

const act = async (canary: Canary, { alertId }: Alert, action: 'cancel-order' | 'reject-refund'): Promise<void> => {
  expectStatus(canary, await canary.seller('POST', `alerts/${alertId}/${action}`), 202, `asking for ${action}`);
};

async function expectWaived(canary: Canary, type: 'order' | 'refund', id: string): Promise<void> {
  const query = new URLSearchParams({ shopId: canary.shopId, subjectId: id, subjectType: type }).toString();
  await canary.until(`the ${type} ${id} to be waived`, async () => {
    const answer = await canary.service('performance-service', 'GET', `/v1/performance/waivers?${query}`);
    const wrong = notYetUnless(answer, 200);
    return wrong ?? ((answer.body as { waived: boolean }).waived ? answer : new NotYet('not waived'));
  });
}

/** Risk systems flag, sellers act, the marketplace answers. */
export const answerAlerts: readonly Step[] = [
  {
    name: 'a flagged order is an alert; a refused cancellation opens it again, a confirmed one is waived',
    functions: ['order-flag-consumer', 'cancellation-refusal-consumer', 'alerts-api', 'performance-api'],
    async run(canary) {
      await canary.publish(
        orderFlag(canary, 'cancelled'),
        orderFlag(canary, 'withdrawn'),
        orderFlag(canary, 'late', new Date(Date.now() + deadlineMilliseconds)),
        orderFlag(canary, 'dismissed'),
      );
      const order: Subject = { type: 'orders', id: orderOf(canary, 'cancelled') };
      await act(canary, await untilAlert(canary, order, 'open'), 'cancel-order');
      await canary.publish({
        source: 'marketplace.orders',
        type: 'Order Cancellation Refused',
        detail: { shopId: canary.shopId, orderId: order.id, reason: 'smoke' },
      });
      await act(canary, await untilAlert(canary, order, 'open'), 'cancel-order');
      await canary.publish(orderStatus(canary, 'CANCELLED', canary.startedAt));
      await untilAlert(canary, order, 'resolved');
      await expectWaived(canary, 'order', order.id);
    },
  },
  {
    name: 'a granted waiver has a receipt, which the open keys verify',
    functions: ['receipts-api', 'waiver-keys-api'],
    async run(canary) {
      const receipt = await canary.seller('GET', `waivers/order/${orderOf(canary, 'cancelled')}/receipt`);
      expectStatus(canary, receipt, 200, 'asking for the receipt');
      const keys = await canary.open(readWaiverKeys.path);
      expectStatus(canary, keys, 200, 'asking for the keys of receipts');
      const check = await verifyReceipt(readReceipt.reply.parse(receipt.body), keys.body);
      if (!check.isValid) throw canary.fail(`the receipt is not valid: ${check.why}`);
    },
  },
  {
    name: 'a flagged refund is an alert; a refused rejection opens it again, a confirmed one is waived',
    functions: ['refund-flag-consumer', 'rejection-refusal-consumer', 'refund-consumer', 'performance-api'],
    async run(canary) {
      const refund: Subject = { type: 'refunds', id: refundOf(canary) };
      await canary.publish(refundStatus(canary, 'RETURN_OR_REFUND_REQUEST_PENDING'), refundFlag(canary));
      await act(canary, await untilAlert(canary, refund, 'open'), 'reject-refund');
      await canary.publish({
        source: 'marketplace.refunds',
        type: 'Refund Rejection Refused',
        detail: { shopId: canary.shopId, refundId: refund.id, reason: 'smoke' },
      });
      await act(canary, await untilAlert(canary, refund, 'open'), 'reject-refund');
      await canary.publish(refundStatus(canary, 'REFUND_OR_RETURN_REQUEST_REJECT'));
      await untilAlert(canary, refund, 'resolved');
      await expectWaived(canary, 'refund', refund.id);
    },
  },
  {
    name: 'a withdrawn flag ends its alert',
    functions: ['flag-withdrawal-consumer', 'order-flag-consumer'],
    async run(canary) {
      const id = orderOf(canary, 'withdrawn');
      await canary.publish(flagWithdrawn(canary, 'order', id));
      await untilAlert(canary, { type: 'orders', id }, 'withdrawn');
    },
  },
  {
    name: 'confirmed fraud is shown',
    functions: ['fraud-outcome-consumer', 'alerts-api'],
    async run(canary) {
      const outcomeId = `smoke-${canary.run}-outcome`;
      await canary.publish({
        source: 'marketplace.risk',
        type: 'Fraud Outcome Confirmed',
        detail: {
          shopId: canary.shopId,
          outcomeId,
          category: 'malicious_refund',
          subject: { type: 'refund', id: refundOf(canary) },
          buyerId: `${canary.shopId}-root`,
          occurredAt: new Date().toISOString(),
        },
      });
      await canary.until('the fraud outcome to be listed', async () => {
        const answer = await canary.seller('GET', 'alerts?kind=fraud_outcome&limit=10');
        const wrong = notYetUnless(answer, 200);
        if (wrong) return wrong;
        const { items } = answer.body as { items: readonly { subject: { id: string } }[] };
        return items.find(({ subject }) => subject.id === outcomeId) ?? new NotYet(`${items.length} others`);
      });
    },
  },
  {
    name: 'an alert ends at its deadline',
    functions: ['alert-deadline', 'deadline-scheduler'],
    async run(canary) {
      const id = orderOf(canary, 'late');
      await untilAlert(canary, { type: 'orders', id }, 'expired');
    },
  },
];
