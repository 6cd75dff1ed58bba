import * as z from 'zod';
import { complaintOutcomes, complaintStates } from '../../kernel/words/complaints.ts';
import { accessState, endingFields } from '../access-words.ts';
import { freeText, id, noQuery, pageQuery, shopPath, timestamp } from '../schemas.ts';
import type { RouteContract } from './route-contract.ts';

const state = z.enum(complaintStates).meta({ id: 'ComplaintState' });
const outcome = z.enum(complaintOutcomes).meta({ id: 'ComplaintOutcome' });

const fields = {
  complaintId: id,
  state,
  text: z.string().meta({ description: "The seller's. Free text, which may span lines." }),
  filedAt: timestamp,
  decidedAt: timestamp.optional().meta({ description: 'Absent while it is open.' }),
  answer: z
    .string()
    .optional()
    .meta({ description: 'What the marketplace says to the shop. Free text, which may span lines.' }),
};

/** As the shop sees it. */
export const accessComplaint = z.object(fields).meta({ id: 'AccessComplaint' });

export const fileComplaint = {
  operationId: 'fileComplaint',
  method: 'POST',
  path: '/v1/shops/{shopId}/access/complaint',
  summary: 'Complain about the end of the access',
  api: 'seller',
  pathParameters: shopPath,
  query: noQuery,
  body: z.strictObject({ text: freeText(2000) }).meta({ id: 'ComplaintFiling' }),
  success: 201,
  reply: accessComplaint,
  errors: [
    'validation_failed',
    'unauthenticated',
    'forbidden',
    'access_not_active',
    'complaint_not_possible',
    'payload_too_large',
    'idempotency_key_reused',
    'too_many_requests',
    'unavailable',
  ],
  writes: true,
} as const satisfies RouteContract;

const adminComplaint = z
  .object({
    ...fields,
    shopId: id,
    endedAt: timestamp.meta({ description: 'When the access ended that the complaint is about.' }),
    access: z
      .object({ state: accessState, since: timestamp, ...endingFields, reason: z.string().optional() })
      .meta({ description: "The shop's access as it is now, with what ops and the shop were told when it was set." }),
  })
  .meta({ id: 'AdminComplaint' });

export const listComplaints = {
  operationId: 'listComplaints',
  method: 'GET',
  path: '/v1/admin/complaints',
  summary: 'Complaints of shops whose access has ended, by state, the oldest first',
  api: 'service',
  pathParameters: z.object({}),
  query: pageQuery.extend({ state: state.default('open') }),
  success: 200,
  reply: z.object({ items: z.array(adminComplaint), nextCursor: z.string().optional() }).meta({
    id: 'AdminComplaintPage',
  }),
  errors: ['validation_failed', 'unavailable'],
  writes: false,
} as const satisfies RouteContract;

export const decideComplaint = {
  operationId: 'decideComplaint',
  method: 'POST',
  path: '/v1/admin/complaints/{complaintId}/decision',
  summary: 'Decide a complaint: upheld gives the access back',
  api: 'service',
  pathParameters: z.object({ complaintId: id }),
  query: noQuery,
  body: z
    .strictObject({
      outcome,
      text: freeText(1000).meta({
        description: 'What the shop is told. Free text, which may span lines; it may name no buyer.',
      }),
    })
    .meta({ id: 'ComplaintDecision' }),
  success: 200,
  reply: adminComplaint,
  errors: ['validation_failed', 'payload_too_large', 'not_found', 'complaint_not_possible', 'unavailable'],
  writes: false,
} as const satisfies RouteContract;
