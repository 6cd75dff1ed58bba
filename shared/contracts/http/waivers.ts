import * as z from 'zod';
import { reason, shownBuyer } from './alerts.ts';
import type { RouteContract } from './route-contract.ts';
import { id, pageQuery, shopPath, timestamp } from '../schemas.ts';
import { waiverStatuses } from '../../kernel/words/waivers.ts';

export const waiverSubjectType = z.enum(['order', 'refund']);
export const waiverStatus = z.enum(waiverStatuses).meta({ id: 'WaiverStatus' });

export const waiverTag = z
  .object({
    kind: z.enum(['security_alert_order', 'risk_refund']),
    alertId: id,
    reasons: z.array(reason),
    riskScore: z.number().optional(),
    flaggedAt: timestamp,
  })
  .meta({ id: 'WaiverTag', description: 'The risk tag as it was when the seller acted.' });
export const waiverSteps = z
  .array(z.object({ status: waiverStatus, at: timestamp, by: z.string().optional() }))
  .meta({ description: 'The first and the newest steps; without `by` it was the order or refund service.' });
export const termsVersion = z
  .string()
  .meta({ description: 'Of the terms that were in force when it was asked for: it is granted under these.' });

const waiver = z
  .object({
    subjectType: waiverSubjectType,
    subjectId: id,
    status: waiverStatus,
    buyer: shownBuyer.optional().meta({
      description:
        'Whose order or refund it was, in lists, for as long as its alert is kept: as the marketplace names them now.',
    }),
    tag: waiverTag,
    createdAt: timestamp.meta({ description: 'Of the first request.' }),
    requestedAt: timestamp.meta({ description: 'Of the newest request.' }),
    requestedBy: z.string().meta({ description: "Subject of the seller's token." }),
    termsVersion,
    steps: waiverSteps,
  })
  .meta({ id: 'Waiver', description: 'That an order’s cancellation, or a refund’s rejection, costs no penalty.' });

export const listWaivers = {
  operationId: 'listWaivers',
  method: 'GET',
  path: '/v1/shops/{shopId}/waivers',
  summary: 'Waivers, newest first',
  api: 'seller',
  pathParameters: shopPath,
  query: pageQuery.extend({ subjectType: waiverSubjectType.optional(), status: waiverStatus.optional() }),
  success: 200,
  reply: z.object({ items: z.array(waiver), nextCursor: z.string().optional() }).meta({ id: 'WaiverPage' }),
  errors: ['validation_failed', 'unauthenticated', 'forbidden', 'access_not_active', 'unavailable'],
  writes: false,
} as const satisfies RouteContract;

export const checkWaiver = {
  operationId: 'checkWaiver',
  method: 'GET',
  path: '/v1/performance/waivers',
  summary: 'Whether the cancellation of an order, or the rejection of a refund, is waived',
  api: 'service',
  pathParameters: z.object({}),
  query: z.object({ shopId: id, subjectType: waiverSubjectType, subjectId: id }),
  success: 200,
  reply: z
    .object({
      shopId: id,
      subjectType: waiverSubjectType,
      subjectId: id,
      waived: z.boolean().meta({ description: 'Exactly while the status is `granted`.' }),
      status: z.enum(['none', ...waiverStatuses]).meta({
        description: '`pending`: the order or refund service has yet to confirm that it did what the seller asked for.',
      }),
      waiver: waiver.optional(),
    })
    .meta({ id: 'WaiverCheck' }),
  errors: ['validation_failed', 'unavailable'],
  writes: false,
} as const satisfies RouteContract;
