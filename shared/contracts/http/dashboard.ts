import * as z from 'zod';
import { quotaUseFields } from './access.ts';
import type { RouteContract } from './route-contract.ts';
import { sums } from '../money.ts';
import { shopPath, timestamp, wholeNumber } from '../schemas.ts';

const count = z.int().min(0);
/** Names are others' words, and one can be `__proto__`: `z.record` would leave that one out, and the counts would not add up. */
const countsByName = z
  .custom<Readonly<Record<string, number>>>((value) => z.array(count).safeParse(Object.values(value ?? {})).success)
  .meta({ override: { type: 'object', additionalProperties: { type: 'integer', minimum: 0 } } });
const countsByKind = z.object({ security_alert_order: count, risk_refund: count });
const date = z.iso.date().meta({ description: "Calendar date in the shop's zone." });

const daySummary = {
  fraudIntercepted: z
    .object({ total: count, byCategory: countsByName })
    .meta({ description: 'Confirmed fraud that the platform blocked.' }),
  ordersStopped: z
    .object({ total: count, byReason: countsByName })
    .meta({ description: 'Orders that the gate stopped, by the reason of their block.' }),
  protectedAmounts: sums,
  prevented: z.object({ orders: count, amounts: sums }).meta({
    description: 'Orders that the gate stopped, and what they would have been worth, as far as order services said it.',
  }),
};

export const readDashboard = {
  operationId: 'readDashboard',
  method: 'GET',
  path: '/v1/shops/{shopId}/dashboard',
  summary: "What waits for the seller, what was intercepted on the shop's last days, and use of quotas",
  api: 'seller',
  pathParameters: shopPath,
  query: z.object({
    days: wholeNumber(1, 90, 7).meta({ description: 'How many calendar days, today among them.' }),
  }),
  success: 200,
  reply: z
    .object({
      timeZone: z.string(),
      from: date,
      to: date,
      openAlerts: countsByKind,
      actionRequested: countsByKind.meta({ description: 'Alerts that wait for the answer to a request.' }),
      nextDeadline: timestamp.optional().meta({ description: 'Of the open alert that is due first.' }),
      days: z.array(z.object({ date, ...daySummary })).meta({ description: 'Every day of the range, oldest first.' }),
      totals: z.object(daySummary).meta({ description: 'All days of the range together.' }),
      waivers: z.object({ pending: count, granted: count, void: count }),
      ...quotaUseFields,
    })
    .meta({ id: 'Dashboard' }),
  errors: ['validation_failed', 'unauthenticated', 'forbidden', 'access_not_active', 'unavailable'],
  writes: false,
} as const satisfies RouteContract;
