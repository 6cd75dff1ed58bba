import * as z from 'zod';
import { money } from '../money.ts';
import type { RouteContract } from './route-contract.ts';
import { id, noQuery, timestamp } from '../schemas.ts';
import { checksRule, defaultAction, gateActions, mostChecks } from '../../kernel/words/gate.ts';

const gateAction = z.enum(gateActions).meta({ id: 'GateAction' });

/** As the message to the counting carries it, too. */
export const orderAmount = z.strictObject(money.shape).meta({
  id: 'OrderAmount',
  description:
    'What the order would be worth. It decides nothing: what a block prevents is counted with it. Of checks that count as one order, the first amount counts.',
});

export const gateRequest = z
  .strictObject({
    checkoutId: id
      .optional()
      .meta({ description: 'A stopped order counts once per shop, buyer and checkout; without one, once an hour.' }),
    checks: z
      .array(
        z.strictObject({
          shopId: id,
          buyerId: id,
          action: gateAction.default(defaultAction),
          amount: orderAmount.optional(),
        }),
      )
      .min(1, checksRule)
      .max(mostChecks, checksRule),
  })
  .meta({ id: 'GateRequest' });

export const gateDecision = z
  .object({
    shopId: id,
    buyerId: id,
    action: gateAction,
    decision: z.enum(['allow', 'deny']),
    reason: z.enum(['not_blocked', 'action_not_gated', 'marker_unreadable', 'blocked', 'block_unconfirmed']),
    matched: z
      .object({ blockId: z.string(), scope: z.enum(['user_id_only', 'linked_user_ids']) })
      .optional()
      .meta({ description: 'For the caller alone; never to be shown to a buyer.' }),
    degraded: z.boolean().meta({ description: 'True when the store could not say in time.' }),
    buyerMessage: z.string().optional().meta({ description: 'What the buyer may be shown when denied.' }),
    decidedAt: timestamp,
  })
  .meta({ id: 'GateDecision' });
export type GateDecision = z.infer<typeof gateDecision>;

export const decideChecks = {
  operationId: 'decideChecks',
  method: 'POST',
  path: '/v1/gate/decisions',
  summary: 'May these buyers place new orders in these shops?',
  api: 'service',
  pathParameters: z.object({}),
  query: noQuery,
  body: gateRequest,
  success: 200,
  reply: z.object({ decisions: z.array(gateDecision) }).meta({ id: 'GateReply' }),
  errors: ['validation_failed', 'payload_too_large'],
  writes: false,
} as const satisfies RouteContract;
