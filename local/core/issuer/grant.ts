import type { Person } from './person.ts';

/** What somebody who signed in let the client have. */
export interface Grant {
  readonly person: Person;
  readonly scope: string;
  readonly nonce: string | undefined;
  /** Epoch milliseconds. */
  readonly signedInAt: number;
}
