import * as z from 'zod';
import { blockChanged } from '../contracts/events/block-changed.ts';
import { buyerBlocked } from '../contracts/events/buyer-blocked.ts';
import { buyerUnblocked } from '../contracts/events/buyer-unblocked.ts';
import { pickFields } from '../contracts/events/event-contract.ts';

const marked = ['shopId', 'buyerId', 'blockId', 'scope'] as const;

/** Our own block events, as much as markers need of them. */
export const markedBlockAdded = pickFields(buyerBlocked, ...marked, 'removedAt');
export const markedBlockEnded = pickFields(buyerUnblocked, ...marked, 'occurredAt');
export const markedBlockChanged = pickFields(blockChanged, ...marked, 'scopeBefore');

/** A block, as much as its markers need: so it stands in both events and on the block's item. */
const markedBlock = markedBlockAdded.detail.omit({ version: true, eventId: true, removedAt: true });
export type MarkedBlock = z.output<typeof markedBlock>;
export type AddedBlock = MarkedBlock & Pick<z.output<typeof markedBlockAdded.detail>, 'removedAt'>;
export type RemovedBlock = MarkedBlock & Pick<z.output<typeof markedBlockEnded.detail>, 'occurredAt'>;
export type RescopedBlock = MarkedBlock & Pick<z.output<typeof markedBlockChanged.detail>, 'scopeBefore'>;

/** A block's item as the stream shows it once it has expired: epoch milliseconds. */
export const expiredBlock = markedBlock.extend({
  createdAt: z.number(),
  expiresAt: z.number(),
  linkedSince: z.number().optional(),
  gaps: z.array(z.object({ from: z.number(), until: z.number() })).optional(),
});
