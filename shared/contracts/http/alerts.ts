import * as z from 'zod';
import { money } from '../money.ts';
import type { RouteContract } from './route-contract.ts';
import { id, noQuery, pageQuery, shopPath, timestamp } from '../schemas.ts';
import { waiverStatuses } from '../../kernel/words/waivers.ts';
import { alertKind, alertStatus, fraudObject, severity, subject, verdict } from '../alert-words.ts';

const count = z.int().min(0);

const alertAction = z.enum(['cancel_order', 'reject_refund', 'dismiss', 'block_buyer']).meta({ id: 'AlertAction' });

export const reason = z
  .object({ code: z.string(), text: z.string() })
  .meta({ id: 'AlertReason', description: 'As the risk systems code it, and in plain words.' });

const lastAction = z
  .object({
    type: z.enum(['cancel_order', 'reject_refund']),
    requestedAt: timestamp,
    requestedBy: z.string().meta({ description: "Subject of the seller's token." }),
    outcome: z.enum(['pending', 'confirmed', 'refused', 'unanswered']),
    answeredAt: timestamp.optional(),
    refusal: z
      .string()
      .optional()
      .meta({
        description: 'The code that the order or refund service gave; `other` where it gave words, which are not kept.',
        examples: ['already_shipped'],
      }),
    refusalText: z.string().optional().meta({ description: 'The refusal in plain words.' }),
  })
  .meta({ id: 'AlertLastAction' });

const history = z
  .object({
    orders: count,
    cancellations: count,
    refunds: count,
    earlierAlerts: count,
    linkedAccounts: count,
    linkedAlerts: count.meta({ description: 'Alerts that linked accounts caused in this shop.' }),
  })
  .meta({ id: 'BuyerHistory', description: "The buyer's history in this shop when the newest flag came." });

/** Who a buyer is to a seller. */
export const shownBuyer = z.object({
  buyerId: id,
  username: z.string().optional(),
  avatarUrl: z.string().optional(),
});

export const alert = z
  .object({
    alertId: id,
    kind: alertKind,
    status: alertStatus,
    revision: z.int().min(1).meta({ description: 'Grows with each change.' }),
    severity,
    subject,
    orderId: id.optional(),
    refundId: id.optional(),
    buyer: shownBuyer.meta({
      description: 'As the marketplace names them now; an erased buyer has neither name nor avatar.',
    }),
    isBlocked: z.boolean().optional().meta({
      description: 'Whether this shop blocks this very buyer now. Answers to actions leave it out, and the name.',
    }),
    reasons: z.array(reason),
    riskScore: z.number().optional(),
    amount: money.optional(),
    category: z.string().optional().meta({ description: 'Of a fraud outcome.' }),
    about: fraudObject.optional(),
    respondBy: timestamp.optional(),
    flaggedAt: timestamp,
    raisedAt: timestamp,
    changedAt: timestamp.meta({
      description: 'When its status last changed. A further flag can change severity, reasons and deadline without it.',
    }),
    lastAction: lastAction.optional(),
    verdict: verdict.optional(),
    dismissedBy: z.string().optional().meta({ description: "Who gave the verdict: subject of the seller's token." }),
    history: history.optional(),
    waiver: z
      .object({ subjectType: z.enum(['order', 'refund']), subjectId: id, status: z.enum(waiverStatuses) })
      .optional()
      .meta({ description: 'Of its order or refund.' }),
    actions: z.array(alertAction).meta({
      description:
        'What this seller can do now, as order, refund and block stand. In answers to actions, as far as the alert itself tells.',
    }),
  })
  .meta({ id: 'Alert' });

const readErrors = ['validation_failed', 'unauthenticated', 'forbidden', 'access_not_active', 'unavailable'] as const;

export const listAlerts = {
  operationId: 'listAlerts',
  method: 'GET',
  path: '/v1/shops/{shopId}/alerts',
  summary: 'Alerts: those that wait by their deadline, then those that have ended, newest first. A page can be short',
  api: 'seller',
  pathParameters: shopPath,
  query: pageQuery.extend({
    kind: alertKind.optional(),
    status: alertStatus.optional(),
    severity: severity.optional(),
    buyerId: id.optional(),
    dueBefore: timestamp.optional().meta({
      description: 'With a deadline before this instant, whether it has passed or not.',
      examples: ['2026-11-22T18:00:00.000Z'],
    }),
  }),
  success: 200,
  reply: z.object({ items: z.array(alert), nextCursor: z.string().optional() }).meta({ id: 'AlertPage' }),
  errors: readErrors,
  writes: false,
} as const satisfies RouteContract;

export const getAlert = {
  operationId: 'getAlert',
  method: 'GET',
  path: '/v1/shops/{shopId}/alerts/{alertId}',
  summary: 'One alert, with the buyer as they are named now',
  api: 'seller',
  pathParameters: z.object({ shopId: id, alertId: id }),
  query: noQuery,
  success: 200,
  reply: alert,
  showsOne: 'always',
  errors: [...readErrors, 'not_found'],
  writes: false,
} as const satisfies RouteContract;

/** `tagged` is what the marketplace says now; the alert tells what became of it. */
const riskTag = z
  .object({
    subject,
    tagged: z.boolean().meta({ description: 'Flagged, and the flag was not withdrawn.' }),
    alert: alert.optional(),
  })
  .meta({ id: 'RiskTag' });

export const readOrderRisk = {
  operationId: 'readOrderRisk',
  method: 'GET',
  path: '/v1/shops/{shopId}/orders/{orderId}/risk',
  summary: "The risk tag for an order's page; an order without one is not tagged",
  api: 'seller',
  pathParameters: z.object({ shopId: id, orderId: id }),
  query: noQuery,
  success: 200,
  reply: riskTag,
  showsOne: 'if_there_is_one',
  errors: readErrors,
  writes: false,
} as const satisfies RouteContract;

export const readRefundRisk = {
  operationId: 'readRefundRisk',
  method: 'GET',
  path: '/v1/shops/{shopId}/refunds/{refundId}/risk',
  summary: "The risk tag for a refund's page; a refund without one is not tagged",
  api: 'seller',
  pathParameters: z.object({ shopId: id, refundId: id }),
  query: noQuery,
  success: 200,
  reply: riskTag,
  showsOne: 'if_there_is_one',
  errors: readErrors,
  writes: false,
} as const satisfies RouteContract;
