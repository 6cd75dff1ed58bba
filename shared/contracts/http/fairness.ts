import * as z from 'zod';
import { noQuery, shopPath, wholeNumber } from '../schemas.ts';
import { mostReportDays } from './retaliation.ts';
import type { RouteContract } from './route-contract.ts';

export const readFairness = {
  operationId: 'readFairness',
  method: 'GET',
  path: '/v1/shops/{shopId}/fairness',
  summary: "What the marketplace's report says of the shop's blocking, and what customer support made of its blocks",
  api: 'seller',
  pathParameters: shopPath,
  query: noQuery.extend({
    days: wholeNumber(1, mostReportDays, 30).meta({ description: 'UTC dates, today the last: as the report counts.' }),
  }),
  success: 200,
  reply: z
    .object({
      from: z.iso.date(),
      to: z.iso.date(),
      blocks: z.int().meta({ description: 'All that the shop made on these days, removed ones included.' }),
      suspicious: z.int().meta({ description: 'Those among them that look retaliatory, each counted once.' }),
      afterRefund: z.int().meta({
        description:
          'Made within 14 days of a return or refund that the marketplace had granted this buyer, of whom it had said nothing bad in this shop.',
      }),
      unconfirmedReview: z.int().meta({
        description:
          'Made for `abusive_review`, while the marketplace had confirmed no abusive review of this buyer in this shop.',
      }),
      share: z.number().meta({ description: '`suspicious` of `blocks`, 0 to 1; 0 where there are none.' }),
      lifted: z
        .int()
        .meta({ description: 'Blocks that customer support ended on these days, whenever they were made.' }),
      upheld: z.int().meta({
        description: 'Blocks that customer support looked at on these days and kept, whenever they were made.',
      }),
    })
    .meta({ id: 'Fairness' }),
  errors: ['validation_failed', 'unauthenticated', 'forbidden', 'access_not_active', 'unavailable'],
  writes: false,
} as const satisfies RouteContract;
