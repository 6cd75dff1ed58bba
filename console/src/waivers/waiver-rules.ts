import type { Schemas } from '../../../clients/seller-client.ts';
import type { WordKey } from '../words/word-keys.ts';

type Waiver = Schemas['Waiver'];

/** What a waiver says of its order or refund, in a sentence. */
export function statementOf({ subjectType, status }: Pick<Waiver, 'subjectType' | 'status'>): WordKey {
  return `waivers.statement.${subjectType}.${status}`;
}

/** When it came to be as it is: its newest step. */
export function settledAt({ steps, requestedAt }: Pick<Waiver, 'steps' | 'requestedAt'>): string {
  return steps.at(-1)?.at ?? requestedAt;
}
