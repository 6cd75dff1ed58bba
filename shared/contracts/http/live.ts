import * as z from 'zod';
import { blockScope } from '../block-words.ts';
import { alertRaised } from '../events/alert-raised.ts';
import { buyerExemptionEnded } from '../events/buyer-exemption-ended.ts';
import { buyerBlocked } from '../events/buyer-blocked.ts';
import { orderStopped } from '../events/order-stopped.ts';
import type { RouteContract } from './route-contract.ts';
import { noQuery, shopPath, timestamp } from '../schemas.ts';

/** A place in a shop's feed: a decimal number that grows by one with each entry, `0` before the first. */
const cursor = z
  .string()
  .regex(/^\d{1,15}$/, 'must be a cursor')
  .meta({
    id: 'LiveCursor',
    description: 'Place in the shop’s feed. A client keeps the last one up to which it has all.',
  });

export const createLiveTicket = {
  operationId: 'createLiveTicket',
  method: 'POST',
  path: '/v1/shops/{shopId}/live-ticket',
  summary: 'A ticket for one WebSocket connection, valid for 30 seconds',
  api: 'seller',
  pathParameters: shopPath,
  query: noQuery,
  success: 201,
  reply: z
    .object({
      ticket: z.string().meta({ description: 'Opens one connection, once: `<url>?ticket=<ticket>`.' }),
      url: z
        .string()
        .meta({ description: 'Of the WebSocket.', examples: ['wss://abc.execute-api.eu-west-1.amazonaws.com/live'] }),
      expiresAt: timestamp,
      connectionEndsAt: timestamp.meta({
        description: 'When a connection opened with it ends: with the access token, after two hours at the latest.',
      }),
      cursor: cursor.meta({
        description:
          'Where the feed stands now: lists that are loaded from now on hold all up to here. Catch up from it.',
      }),
    })
    .meta({ id: 'LiveTicket' }),
  errors: [
    'validation_failed',
    'unauthenticated',
    'forbidden',
    'access_not_active',
    'too_many_requests',
    'unavailable',
  ],
  writes: false,
} as const satisfies RouteContract;

/** What a client sends over the WebSocket. */
export const catchUpRequest = z.strictObject({ action: z.literal('catch_up'), cursor });
export const pingRequest = z.strictObject({ action: z.literal('ping') });

/** What a frame leaves out of its event: the shop is the connection's, and `at` is when it happened. */
const left = { version: true, eventId: true, shopId: true, occurredAt: true } as const;
const newsOf = <Type extends string, Data extends z.ZodType>(type: Type, data: Data) =>
  z.strictObject({ type: z.literal(type), cursor, at: timestamp, data });
const alertData = alertRaised.detail.omit(left).strict();
const blockData = buyerBlocked.detail
  .omit(left)
  .extend({ change: z.enum(['blocked', 'changed', 'unblocked', 'restored']), scopeBefore: blockScope.optional() })
  .strict();

const exemptionData = buyerExemptionEnded.detail
  .omit(left)
  .partial({ because: true })
  .extend({ change: z.enum(['exempted', 'ended']) })
  .strict();

/** One entry of the feed, as it is pushed. */
export const newsFrame = z.discriminatedUnion('type', [
  newsOf('alert.raised', alertData),
  newsOf('alert.changed', alertData),
  newsOf('fraud.intercepted', alertData),
  newsOf('block.changed', blockData),
  newsOf('exemption.changed', exemptionData),
  newsOf('order.stopped', orderStopped.detail.omit(left).strict()),
]);
export type NewsType = z.output<typeof newsFrame>['type'];

/** As the feed holds it: what was told once is not read again. */
export interface NewsFrame {
  readonly type: NewsType;
  readonly cursor: string;
  readonly at: string;
  readonly data: Readonly<Record<string, unknown>>;
}

/** What answers a client. */
export const answerFrame = z.discriminatedUnion('type', [
  /** A part of what was missed, in order. */
  z.strictObject({ type: z.literal('events'), items: z.array(newsFrame) }),
  /** All up to this cursor has been sent. */
  z.strictObject({ type: z.literal('caught_up'), cursor }),
  /** What was missed cannot be told entry by entry: load the lists again, and go on from this cursor. */
  z.strictObject({ type: z.literal('resync_needed'), cursor }),
  /** The feed's head: a client that is behind it catches up. */
  z.strictObject({ type: z.literal('pong'), cursor }),
  z.strictObject({
    type: z.literal('error'),
    code: z.enum(['validation_failed', 'unauthenticated', 'access_not_active', 'too_many_requests', 'unavailable']),
    message: z.string(),
  }),
]);

/** What a client receives over the WebSocket. */
export type LiveFrame = NewsFrame | z.output<typeof answerFrame>;
