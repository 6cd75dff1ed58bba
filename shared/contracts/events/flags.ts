import * as z from 'zod';
import { type EventContract, eventFields, money } from './event-contract.ts';
import { id, timestamp } from '../schemas.ts';
import { orderInsideBlock } from '../../kernel/words/alerts.ts';

/** A word of the risk systems'. Theirs is an open set, so its form alone is checked. */
const code = z.string().regex(/^[a-z0-9_]{1,64}$/, 'must be 1 to 64 characters of a-z, 0-9 and _');

/** What both kinds of flags say. */
const flagFields = {
  ...eventFields,
  shopId: id,
  orderId: id,
  buyerId: id,
  reasons: z
    .array(code.refine((reason) => reason !== orderInsideBlock, 'is a reason that only we can give'))
    .min(1, 'must hold 1 to 20 reasons')
    .max(20, 'must hold 1 to 20 reasons'),
  riskScore: z.number().min(0, 'must be 0 to 100').max(100, 'must be 0 to 100').optional(),
  amount: money.optional(),
  respondBy: timestamp.optional(),
  flaggedAt: timestamp,
};

/** An order with a high cancellation risk. */
export const orderRiskFlagged = {
  source: 'marketplace.risk',
  type: 'Order Risk Flagged',
  detail: z.object(flagFields),
} as const satisfies EventContract;

/** A return or refund request that is judged risky. */
export const refundRiskFlagged = {
  source: 'marketplace.risk',
  type: 'Refund Risk Flagged',
  detail: z.object({ ...flagFields, refundId: id }),
} as const satisfies EventContract;

export const riskFlagWithdrawn = {
  source: 'marketplace.risk',
  type: 'Risk Flag Withdrawn',
  detail: z.object({
    ...eventFields,
    shopId: id,
    subject: z.object({ type: z.enum(['order', 'refund']), id }),
    /** Takes back the flags up to this instant; without it, those up to the second in which the event was published. */
    withdrawnAt: timestamp.optional(),
  }),
} as const satisfies EventContract;

/** Fraud that the platform has confirmed and blocked. */
export const fraudOutcomeConfirmed = {
  source: 'marketplace.risk',
  type: 'Fraud Outcome Confirmed',
  detail: z.object({
    ...eventFields,
    shopId: id,
    outcomeId: id,
    category: code,
    /** What it was done with: an `order`, a `refund`, a `review`, … */
    subject: z.object({ type: code, id }),
    buyerId: id,
    protectedAmount: money.optional(),
    occurredAt: timestamp,
  }),
} as const satisfies EventContract;

/** A code or words of another service: any are taken, since losing the refusal would be worse, but only a code is kept. */
const refusal = z.string().min(1, 'must not be empty').max(10_000, 'must have 10,000 characters at most');

export const orderCancellationRefused = {
  source: 'marketplace.orders',
  type: 'Order Cancellation Refused',
  detail: z.object({ ...eventFields, shopId: id, orderId: id, reason: refusal }),
} as const satisfies EventContract;

export const refundRejectionRefused = {
  source: 'marketplace.refunds',
  type: 'Refund Rejection Refused',
  detail: z.object({ ...eventFields, shopId: id, refundId: id, reason: refusal }),
} as const satisfies EventContract;

/** That cancelling this order, or rejecting this refund, costs the seller nothing. */
export const penaltyWaived = {
  source: 'ssc',
  type: 'Penalty Waived',
  detail: z.object({
    ...eventFields,
    shopId: id,
    alertId: id,
    subjectType: z.enum(['order', 'refund']),
    subjectId: id,
    status: z.literal('granted'),
    grantedAt: timestamp,
    occurredAt: timestamp,
  }),
} as const satisfies EventContract;
