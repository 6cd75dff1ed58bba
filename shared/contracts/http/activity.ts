import * as z from 'zod';
import type { RouteContract } from './route-contract.ts';
import { id, pageQuery, shopPath, timestamp } from '../schemas.ts';

const plain = z.union([z.string(), z.number()]);

const activity = z
  .object({
    activityId: id,
    type: z.string().meta({ description: 'As the event on the bus is called.', examples: ['Buyer Blocked'] }),
    at: timestamp,
    actor: z
      .object({ kind: z.enum(['seller', 'ops', 'support', 'platform']), id: z.string().optional() })
      .meta({ description: "The subject of the seller's token; nobody else is named." }),
    details: z.record(z.string(), z.union([plain, z.record(z.string(), plain)])).meta({
      description:
        'IDs, enumerations, times and amounts; which ones depends on the type. Where a seller removed a block, `restorableUntil` while that can be undone. Where customer support lifted a block also the `agent`, and why, in their words: `supportReason`.',
    }),
  })
  .meta({ id: 'Activity' });

export const listActivity = {
  operationId: 'listActivity',
  method: 'GET',
  path: '/v1/shops/{shopId}/activity',
  summary: 'Who did what and when, newest first; a page can be short and have a next one',
  api: 'seller',
  pathParameters: shopPath,
  query: pageQuery,
  success: 200,
  reply: z.object({ items: z.array(activity), nextCursor: z.string().optional() }).meta({ id: 'ActivityPage' }),
  errors: ['validation_failed', 'unauthenticated', 'forbidden', 'access_not_active', 'unavailable'],
  writes: false,
} as const satisfies RouteContract;
