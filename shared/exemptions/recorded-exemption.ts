import type { Outcome } from '../idempotency/record.ts';
import type { NewExemption } from './exempt-buyer.ts';
import type { Exemption } from './rules.ts';

/** What is left to say the words with when a write is answered again. */
interface Witnesses {
  /** The buyer's exemption as it is now: it may be another one. */
  readonly present: Exemption | undefined;
  /** Then their name and notes are answered to nobody, not even to the seller who has just sent them. */
  readonly buyerIsErased: boolean;
}

/** An exemption as a key's record holds it: IDs and times, and no words of or about people. */
export function toRecorded({ exemptionId, buyerId, createdAt, createdBy }: Exemption): Outcome {
  return { exemptionId, buyerId, createdAt, createdBy };
}

/** The exemption that `POST` answered. */
export function exemptedBefore(
  outcome: Outcome,
  { username, note }: NewExemption,
  { present, buyerIsErased }: Witnesses,
): Exemption {
  const recorded = outcome as unknown as Exemption;
  const avatarUrl = present?.exemptionId === recorded.exemptionId ? present.avatarUrl : undefined;
  if (buyerIsErased) return recorded;
  return {
    ...recorded,
    username,
    ...(avatarUrl === undefined ? {} : { avatarUrl }),
    ...(note === undefined ? {} : { note }),
  };
}
