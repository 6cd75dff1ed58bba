import * as z from 'zod';
import { pageQuery, shopPath } from '../schemas.ts';
import type { RouteContract } from './route-contract.ts';

/** What every export has in common. */
const asFile = {
  method: 'GET',
  api: 'seller',
  pathParameters: shopPath,
  query: pageQuery.pick({ cursor: true }),
  success: 200,
  reply: z.string().meta({ description: 'RFC 4180, in UTF-8 with its mark, header first.' }),
  replyType: 'text/csv',
  replyHeaders: z.object({
    Link: z
      .string()
      .optional()
      .meta({ description: 'With `rel="next"`, the path of the rest. Without it there is no more.' }),
    'Content-Disposition': z.string().meta({ description: 'The name of the file.' }),
  }),
  errors: ['validation_failed', 'unauthenticated', 'forbidden', 'access_not_active', 'unavailable'],
  writes: false,
} as const satisfies Partial<RouteContract>;

export const exportBlocks = {
  ...asFile,
  operationId: 'exportBlocks',
  path: '/v1/shops/{shopId}/blocks/export',
  summary: 'Live blocks as CSV, newest first; it can be imported again',
} as const satisfies RouteContract;

export const exportWaivers = {
  ...asFile,
  operationId: 'exportWaivers',
  path: '/v1/shops/{shopId}/waivers/export',
  summary: 'Waivers as CSV, newest first',
} as const satisfies RouteContract;

export const exportActivity = {
  ...asFile,
  operationId: 'exportActivity',
  path: '/v1/shops/{shopId}/activity/export',
  summary: 'Who did what and when as CSV, newest first',
} as const satisfies RouteContract;
