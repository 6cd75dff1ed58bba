import * as z from 'zod';
import type { RouteContract } from './route-contract.ts';
import { id, noQuery, shopPath } from '../schemas.ts';
import { waiverSubjectType } from './waivers.ts';

export const readReceipt = {
  operationId: 'readReceipt',
  method: 'GET',
  path: '/v1/shops/{shopId}/waivers/{subjectType}/{subjectId}/receipt',
  summary: 'The signed receipt of a granted waiver',
  api: 'seller',
  pathParameters: shopPath.extend({ subjectType: waiverSubjectType, subjectId: id }),
  query: noQuery,
  success: 200,
  reply: z
    .string()
    .regex(/^[\w-]+\.[\w-]+\.[\w-]+$/, 'must be a compact JWS')
    .meta({ id: 'WaiverReceipt', description: 'A compact JWS, ES256: three parts of base64url with dots in between.' }),
  replyType: 'application/jose',
  errors: ['validation_failed', 'unauthenticated', 'forbidden', 'access_not_active', 'not_found', 'unavailable'],
  writes: false,
} as const satisfies RouteContract;

const coordinate = z.string().regex(/^[\w-]{43}$/);
const waiverKey = z
  .object({
    kty: z.literal('EC'),
    crv: z.literal('P-256'),
    x: coordinate,
    y: coordinate,
    kid: z.string(),
    alg: z.literal('ES256'),
    use: z.literal('sig'),
  })
  .meta({ id: 'WaiverKey', description: 'A public key as RFC 7517 writes it.' });
export type WaiverKey = z.output<typeof waiverKey>;

export const readWaiverKeys = {
  operationId: 'readWaiverKeys',
  method: 'GET',
  path: '/v1/waiver-keys',
  summary: 'The public keys that receipts are verified with, as a JSON Web Key Set',
  api: 'open',
  pathParameters: z.object({}),
  query: noQuery,
  success: 200,
  reply: z.object({ keys: z.array(waiverKey) }).meta({ id: 'WaiverKeys' }),
  replyHeaders: z.object({
    'Cache-Control': z
      .string()
      .meta({ description: 'For how long it may be kept.', examples: ['public, max-age=300'] }),
  }),
  showsOne: 'always',
  errors: ['validation_failed', 'unavailable'],
  writes: false,
} as const satisfies RouteContract;
