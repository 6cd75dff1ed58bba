import type { Outcome } from '../idempotency/record.ts';
import { AppError } from '../kernel/errors.ts';
import type { NewBlock } from './plan-block.ts';
import type { Block, BlockChange } from './rules.ts';

type Words = Pick<Block, 'username' | 'avatarUrl' | 'note'>;

/** What is left to say the words with when a write is answered again. */
export interface Witnesses {
  /** The block as it is now: it may be in another state, or another one. */
  readonly present: Block | undefined;
  /** Then their name and notes are answered to nobody, not even to the seller who has just sent them. */
  readonly buyerIsErased: boolean;
}

/** A block as a key's record holds it: IDs, enumerations and times, and no words of or about people. */
export function toRecorded(block: Block): Outcome {
  const { username: _username, avatarUrl: _avatarUrl, note: _note, ...recorded } = block;
  const { linkedSince: _linkedSince, linkedBefore: _linkedBefore, gaps: _gaps, ...shown } = recorded;
  return shown;
}

/** The block that `POST` answered. */
export function addedBlock(outcome: Outcome, request: NewBlock, { present, buyerIsErased }: Witnesses): Block {
  const { username, note, ...asked } = request;
  const recorded = { ...asked, revision: 1, ...outcome } as unknown as Block;
  const { avatarUrl } = wordsIn(present, recorded);
  return { ...recorded, ...defined(buyerIsErased ? {} : { username, avatarUrl, note }) };
}

/**
 * The block that `PATCH` answered.
 *
 * @throws AppError `idempotency_key_reused` for a record of a version that did not keep the answer.
 */
export function changedBlock(outcome: Outcome, request: BlockChange, { present, buyerIsErased }: Witnesses): Block {
  if (outcome['revision'] === undefined) {
    throw new AppError('idempotency_key_reused', 'What this Idempotency-Key did was done, and is no longer known.');
  }
  const recorded = outcome as unknown as Block;
  const words = wordsIn(present, recorded);
  const note = request.note === undefined ? words.note : (request.note ?? undefined);
  return { ...recorded, ...defined(buyerIsErased ? {} : { ...words, note }) };
}

/** The block that undoing its removal answered: its words came from nowhere but the block. */
export function restoredAnswer(outcome: Outcome, { present, buyerIsErased }: Witnesses): Block {
  const recorded = outcome as unknown as Block;
  return { ...recorded, ...(buyerIsErased ? {} : wordsIn(present, recorded)) };
}

/** The words of the block while it is in the state that was answered. */
function wordsIn(present: Block | undefined, { blockId, revision }: Block): Words {
  if (present?.blockId !== blockId || present.revision !== revision) return {};
  const { username, avatarUrl, note } = present;
  return defined({ username, avatarUrl, note });
}

function defined(words: { readonly [Name in keyof Words]: Words[Name] | undefined }): Words {
  return Object.fromEntries(Object.entries(words).filter(([, word]) => word !== undefined));
}
