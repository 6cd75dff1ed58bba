import * as z from 'zod';
import { accessEndReason, accessState, endingFields, role } from '../access-words.ts';
import { accessComplaint } from './complaints.ts';
import type { RouteContract } from './route-contract.ts';
import { freeText, id, lineOfText, noQuery, pageQuery, shopPath, timestamp } from '../schemas.ts';
import { mostMembers } from '../../kernel/words/members.ts';
import { largestQuota } from '../../kernel/words/quotas.ts';
import { timeZoneNamed } from '../../kernel/time-zone.ts';

const accessRevision = z
  .int()
  .min(0)
  .meta({ description: 'Grows with each change; 0 while the shop never had access.' });
const timeZone = z
  .string()
  .overwrite((name) => timeZoneNamed(name) ?? name)
  .refine((name) => timeZoneNamed(name) === name, 'must be an IANA time zone')
  .meta({ examples: ['Africa/Cairo'] });
const quota = z
  .int('must be a whole number')
  .min(0, `must be 0 to ${largestQuota}`)
  .max(largestQuota, `must be 0 to ${largestQuota}`);

const members = z.array(z.strictObject({ subject: lineOfText(255), role })).max(mostMembers);
const channel = z.enum(['email', 'seller_center_message']);
const notify = z.strictObject({ channel, address: lineOfText(320).optional() });

/** Made once: making a schema costs more than all the rest of a row, and a file has thousands. */
const mailAddress = z.email();

const ending = z.object({
  reasonCode: accessEndReason.optional().meta({
    description: 'Why the access ends, as the shop is told. `other` without it.',
  }),
  text: freeText(1000).optional().meta({
    description: 'What the shop is told beside that. Free text, which may span lines; it may name no buyer.',
  }),
});

/** A mail needs an address; in Seller Center the shop itself is one. */
const needsAddress = z.superRefine<z.output<typeof notify>>(({ channel, address }, context) => {
  if (channel === 'email' && !mailAddress.safeParse(address).success)
    context.addIssue({ code: 'custom', path: ['address'], message: 'must be an e-mail address' });
});

/** Whoever has access is told no reason for its end. */
const tellsEndOnly = z.superRefine<z.output<typeof ending> & { readonly state: string }>((change, context) => {
  if (change.state === 'terminated') return;
  for (const field of ['reasonCode', 'text'] as const)
    if (change[field] !== undefined)
      context.addIssue({ code: 'custom', path: [field], message: 'goes only with the state terminated' });
});

/** Quotas, and what is used of them. */
export const quotaUseFields = {
  blocks: z.object({ used: z.int(), limit: z.int() }),
  newBlocksToday: z.object({ used: z.int(), limit: z.int(), resetsAt: timestamp }),
};

export const readAccess = {
  operationId: 'readAccess',
  method: 'GET',
  path: '/v1/shops/{shopId}/access',
  summary: "State of the shop's access, its quotas and what is used of them",
  api: 'seller',
  pathParameters: shopPath,
  query: noQuery,
  success: 200,
  reply: z
    .object({
      shopId: id,
      state: accessState,
      revision: accessRevision,
      since: timestamp.optional().meta({ description: 'When the state began. Absent while it is `not_invited`.' }),
      ...endingFields,
      complaint: accessComplaint.optional().meta({
        description: "The shop's last complaint about this end, where there is one. Only while it is terminated.",
      }),
      timeZone: z.string().optional(),
      ...quotaUseFields,
    })
    .meta({ id: 'ShopAccess' }),
  showsOne: 'always',
  errors: ['validation_failed', 'unauthenticated', 'forbidden', 'unavailable'],
  writes: false,
} as const satisfies RouteContract;

const adminAccess = z
  .object({
    shopId: id,
    state: accessState,
    revision: accessRevision,
    since: timestamp.optional(),
    ...endingFields,
    timeZone: z.string().optional(),
    nextTimeZone: z
      .object({ timeZone: z.string(), from: timestamp })
      .optional()
      .meta({ description: 'A changed zone, and the later of the two midnights from which it counts.' }),
    quotas: z.object({ blocks: z.int(), newBlocksPerDay: z.int() }),
    // Not as they are taken: what was taken by an earlier rule is shown, too.
    members: z.array(z.object({ subject: z.string(), role })),
    notify: z.object({ channel, address: z.string().optional() }).optional(),
    reason: z.string().optional().meta({ description: 'For ops alone: no shop is told.' }),
  })
  .meta({ id: 'AdminAccess' });

export const changeAccess = {
  operationId: 'changeAccess',
  method: 'PUT',
  path: '/v1/admin/shops/{shopId}/access',
  summary: "Grant or end a shop's access, or set its zone and quotas",
  api: 'service',
  pathParameters: shopPath,
  query: noQuery,
  body: z
    .strictObject({
      state: z.enum(['active', 'terminated']),
      timeZone,
      quotas: z.strictObject({ blocks: quota.optional(), newBlocksPerDay: quota.optional() }).optional(),
      members: members
        .refine((all) => new Set(all.map(({ subject }) => subject)).size === all.length, 'must name each subject once')
        .optional(),
      notify: notify.check(needsAddress).optional(),
      reason: freeText(500).optional().meta({ description: 'For ops alone: the shop is not told.' }),
      ...ending.shape,
    })
    .check(tellsEndOnly)
    .meta({
      id: 'AccessChange',
      description:
        'Quotas, members and notification stay as they are where the change is silent; so does what an access that has ended already says of its end. `reasonCode` and `text` go only with `terminated`.',
    }),
  success: 200,
  reply: adminAccess,
  showsOne: 'always',
  takesIfMatch: true,
  errors: ['validation_failed', 'payload_too_large', 'precondition_failed', 'unavailable'],
  writes: false,
} as const satisfies RouteContract;

export const showAccess = {
  operationId: 'showAccess',
  method: 'GET',
  path: '/v1/admin/shops/{shopId}/access',
  summary: "A shop's access, as ops set it",
  api: 'service',
  pathParameters: shopPath,
  query: noQuery,
  success: 200,
  reply: adminAccess,
  showsOne: 'always',
  errors: ['validation_failed', 'unavailable'],
  writes: false,
} as const satisfies RouteContract;

export const sendAccessNotice = {
  operationId: 'sendAccessNotice',
  method: 'PUT',
  path: '/v1/admin/shops/{shopId}/access/notices/{noticeId}',
  summary: 'Tell a shop once more that its access was granted, or has ended',
  api: 'service',
  pathParameters: shopPath.extend({ noticeId: id.meta({ description: "The caller's own, new for each notice." }) }),
  query: noQuery,
  success: 202,
  reply: z
    .object({ shopId: id, noticeId: id, state: accessState, since: timestamp, channel })
    .meta({ id: 'AccessNotice', description: 'What the shop is about to be told, and how.' }),
  errors: ['validation_failed', 'not_found', 'unavailable'],
  writes: false,
} as const satisfies RouteContract;

export const listShops = {
  operationId: 'listShops',
  method: 'GET',
  path: '/v1/admin/shops',
  summary: 'All shops that ever had access',
  api: 'service',
  pathParameters: z.object({}),
  query: pageQuery,
  success: 200,
  reply: z.object({ items: z.array(adminAccess), nextCursor: z.string().optional() }).meta({ id: 'AdminAccessPage' }),
  errors: ['validation_failed', 'unavailable'],
  writes: false,
} as const satisfies RouteContract;
