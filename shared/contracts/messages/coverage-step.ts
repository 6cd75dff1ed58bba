import * as z from 'zod';
import { id } from '../schemas.ts';

/** Epoch milliseconds. */
const instant = z.int().min(0);
const blockName = { shopId: id, root: id, blockId: id };
/** A block as it was found under its root. */
const block = z.strictObject({
  ...blockName,
  scope: z.enum(['user_id_only', 'linked_user_ids']),
  linkedSince: instant.optional(),
  createdAt: instant.optional(),
  expiresAt: instant,
});
/** Behind which account of which of the root's groups a step goes on. */
const position = z.strictObject({ group: id, after: id.optional() });
const group = { groupId: id, revision: z.int().min(0) };
/** Accounts of the group that this may concern, when they are few; else it concerns all. */
const accounts = z.array(id).max(100).readonly().optional();
/** Nobody of them is guarded already, as far as is known, so that nobody looks. */
const isFresh = z.boolean();
/** Accounts that still have to be looked at, at most. */
const left = z.int().min(0);

/** Looks for blocks that depend on a link group which has changed. */
const findDependents = z.strictObject({
  step: z.literal('find_dependents'),
  ...group,
  accounts,
  isFresh,
  from: z.strictObject({ after: id.optional(), under: z.strictObject({ root: id, shopId: id }).optional() }).optional(),
});
/** Brings the markers of one block in step with one link group. */
const followGroup = z.strictObject({
  step: z.literal('follow_group'),
  ...group,
  block,
  accounts,
  isFresh,
  after: id.optional(),
  left,
});
/** Guards the linked accounts of a new or widened block. */
const cover = z.strictObject({ step: z.literal('cover'), block, from: position.optional(), left });
/** Takes the entries of linked scopes that a block no longer has. */
const releaseEarlier = z.strictObject({
  step: z.literal('release_earlier'),
  block: z.strictObject(blockName),
  from: position.optional(),
});
/** Takes the entries of a block that has ended. */
const clean = z.strictObject({
  step: z.literal('clean'),
  block: z.strictObject(blockName),
  covered: z.strictObject({
    createdAt: instant.optional(),
    linkedSince: instant.optional(),
    until: instant.optional(),
    gaps: z
      .array(z.strictObject({ from: instant, until: instant }))
      .readonly()
      .optional(),
  }),
  from: position.optional(),
});

/** A bounded part of the work on markers; each says itself what comes after it. */
export const coverageStep = z.discriminatedUnion('step', [findDependents, followGroup, cover, releaseEarlier, clean]);
export type CoverageStep = z.output<typeof coverageStep>;
export type StepOf<Name extends CoverageStep['step']> = Omit<Extract<CoverageStep, { step: Name }>, 'step'>;
