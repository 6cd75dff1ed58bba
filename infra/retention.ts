import type { EventContract } from '../shared/contracts/events/event-contract.ts';

/**
 * How long what is outside the table is kept, in days. The table's items carry their own end, where each is written; logs and the
 * archive differ by stage (`retentionDays` in `config.ts`). All of it together, with the reasons: docs/retention.md.
 */
export const retention = {
  /** Work that nobody does for so long was meant to wait: a long weekend, and not less, since erasures wait in queues too. */
  queue: 4,
  /** The longest that SQS keeps anything: a dead letter is an event that has not happened for a seller yet. */
  deadLetters: 14,
  /** Those that can hold a username: the shortest in which somebody who is paged has a weekend to redrive an erasure that failed. */
  lettersWithNames: 7,
  /** As long as DynamoDB can. A mistake is found later than one thinks; what an erasure took away comes back with the table, and is erased again. */
  recovery: 35,
} as const;

/** Usernames and avatars come with what the marketplace says of identities alone. */
export function namesBuyers({ source }: Pick<EventContract, 'source'>): boolean {
  return source === 'marketplace.identity';
}
