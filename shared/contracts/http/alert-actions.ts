import * as z from 'zod';
import type { RouteContract } from './route-contract.ts';
import { id, noQuery } from '../schemas.ts';
import { cancellationReason, rejectionReason, verdict } from '../alert-words.ts';
import { alert } from './alerts.ts';

const alertPath = z.object({ shopId: id, alertId: id });
const errors = [
  'validation_failed',
  'payload_too_large',
  'unauthenticated',
  'forbidden',
  'idempotency_key_reused',
  'access_not_active',
  'not_found',
  'precondition_failed',
  'alert_not_open',
  'too_many_requests',
  'unavailable',
] as const;

export const cancelOrder = {
  operationId: 'cancelOrder',
  method: 'POST',
  path: '/v1/shops/{shopId}/alerts/{alertId}/cancel-order',
  summary: 'Ask the order service to cancel the order of a Security Alert Order, without a performance penalty',
  api: 'seller',
  pathParameters: alertPath,
  query: noQuery,
  body: z.strictObject({ reason: cancellationReason.optional() }).meta({ id: 'CancelOrder' }),
  bodyMayBeMissing: true,
  success: 202,
  reply: alert,
  showsOne: 'always',
  takesIfMatch: true,
  // `order_not_cancellable` also for an alert that is not about an order.
  errors: [...errors, 'order_not_cancellable'],
  writes: true,
} as const satisfies RouteContract;

export const rejectRefund = {
  operationId: 'rejectRefund',
  method: 'POST',
  path: '/v1/shops/{shopId}/alerts/{alertId}/reject-refund',
  summary: 'Ask the refund service to reject the refund of a Risk Refund, without a performance penalty',
  api: 'seller',
  pathParameters: alertPath,
  query: noQuery,
  body: z.strictObject({ reason: rejectionReason.optional() }).meta({ id: 'RejectRefund' }),
  bodyMayBeMissing: true,
  success: 202,
  reply: alert,
  showsOne: 'always',
  takesIfMatch: true,
  // `refund_not_rejectable` also for an alert that is not about a refund.
  errors: [...errors, 'refund_not_rejectable'],
  writes: true,
} as const satisfies RouteContract;

export const dismissAlert = {
  operationId: 'dismissAlert',
  method: 'POST',
  path: '/v1/shops/{shopId}/alerts/{alertId}/dismiss',
  summary: 'Judge an open alert; the verdict goes back to the risk systems',
  api: 'seller',
  pathParameters: alertPath,
  query: noQuery,
  body: z.strictObject({ verdict }).meta({ id: 'DismissAlert' }),
  success: 200,
  reply: alert,
  showsOne: 'always',
  takesIfMatch: true,
  errors,
  writes: true,
} as const satisfies RouteContract;
