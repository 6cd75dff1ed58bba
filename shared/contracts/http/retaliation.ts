import * as z from 'zod';
import type { RouteContract } from './route-contract.ts';
import { id, pageQuery, wholeNumber } from '../schemas.ts';

/** How far back a report can look; counters are kept for some days longer. */
export const mostReportDays = 90;

const retaliation = z
  .object({
    shopId: id,
    blocks: z.int().meta({ description: 'All that the shop made on these days, removed ones included.' }),
    suspicious: z.int().meta({ description: 'Those among them that look retaliatory, each counted once.' }),
    afterRefund: z.int(),
    unconfirmedReview: z.int(),
    share: z.number().meta({ description: '`suspicious` of `blocks`, 0 to 1.' }),
  })
  .meta({ id: 'Retaliation' });

export const reportRetaliation = {
  operationId: 'reportRetaliation',
  method: 'GET',
  path: '/v1/admin/reports/retaliation',
  summary: 'Shops whose blocking looks retaliatory, the largest share first: where to look, never a proof',
  api: 'service',
  pathParameters: z.object({}),
  query: pageQuery.extend({
    days: wholeNumber(1, mostReportDays, 30).meta({ description: 'UTC dates, today the last.' }),
    minBlocks: wholeNumber(1, 1000, 1).meta({
      description: 'Leaves out shops with fewer blocks, whose shares say little.',
    }),
  }),
  success: 200,
  reply: z
    .object({
      from: z.iso.date(),
      to: z.iso.date(),
      items: z.array(retaliation).meta({
        description:
          'A block looks retaliatory when the marketplace had granted this buyer a return or refund in the shop in the 14 days before, and neither flagged any order or refund of theirs there nor confirmed a fraud (`afterRefund`); or when its reason is `abusive_review` and the marketplace had confirmed no abusive review of this buyer there (`unconfirmedReview`). What the marketplace had said by the time of the block decides. The shop may have had reasons that are not known here.',
      }),
      nextCursor: z.string().optional(),
    })
    .meta({ id: 'RetaliationReport' }),
  errors: ['validation_failed', 'unavailable'],
  writes: false,
} as const satisfies RouteContract;
