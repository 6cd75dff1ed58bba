import * as z from 'zod';
import { mostMembers } from '../../kernel/words/members.ts';
import { role } from '../access-words.ts';
import { lineOfText, noQuery, shopPath } from '../schemas.ts';
import type { RouteContract } from './route-contract.ts';

const shopMembers = z
  .object({
    revision: z.int().meta({ description: 'Of the access, which the members are a part of.' }),
    members: z
      .array(
        z.object({
          subject: z.string().meta({ description: "The `sub` of this person's tokens." }),
          role,
        }),
      )
      .meta({ description: 'Owners first.' }),
  })
  .meta({ id: 'ShopMembers' });

export const listMembers = {
  operationId: 'listMembers',
  method: 'GET',
  path: '/v1/shops/{shopId}/members',
  summary: 'Who may act for the shop, and as what',
  api: 'seller',
  pathParameters: shopPath,
  query: noQuery,
  success: 200,
  reply: shopMembers,
  showsOne: 'always',
  errors: ['validation_failed', 'unauthenticated', 'forbidden', 'access_not_active', 'unavailable'],
  writes: false,
} as const satisfies RouteContract;

export const setMembers = {
  operationId: 'setMembers',
  method: 'PUT',
  path: '/v1/shops/{shopId}/members',
  summary: 'Say who the agents and viewers of the shop are',
  api: 'seller',
  pathParameters: shopPath,
  query: noQuery,
  body: z
    .strictObject({
      members: z
        .array(z.strictObject({ subject: lineOfText(255), role }))
        .max(mostMembers, `must be at most ${mostMembers}`)
        .refine((all) => new Set(all.map(({ subject }) => subject)).size === all.length, 'must name each subject once'),
    })
    .meta({
      id: 'MembersChange',
      description:
        'All agents and viewers: who is left out is a member no more. Owners stay, whether they are named, as they are, or not.',
    }),
  success: 200,
  reply: shopMembers,
  showsOne: 'always',
  takesIfMatch: true,
  errors: [
    'validation_failed',
    'unauthenticated',
    'forbidden',
    'access_not_active',
    'precondition_failed',
    'payload_too_large',
    'idempotency_key_reused',
    'too_many_requests',
    'unavailable',
  ],
  writes: true,
  ownersOnly: true,
} as const satisfies RouteContract;
