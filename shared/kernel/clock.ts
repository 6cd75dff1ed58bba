/** Epoch milliseconds. */
export type EpochMilliseconds = number;
/** Epoch seconds, only for the table's TTL attribute. */
export type EpochSeconds = number;

/** The only way that use cases learn the time; rules get it as an argument. */
export interface Clock {
  now(): EpochMilliseconds;
}

export const systemClock: Clock = { now: () => Date.now() };

/** RFC 3339 in UTC with milliseconds, as the API and the events write times. */
export function toTimestamp(at: EpochMilliseconds): string {
  return new Date(at).toISOString();
}

/** Epoch milliseconds of an RFC 3339 timestamp that a schema has already accepted. */
export function fromTimestamp(timestamp: string): EpochMilliseconds {
  return Date.parse(timestamp);
}

/** DynamoDB's TTL takes whole seconds; rounded up, so that an item is never deleted before its instant. */
export function toTtl(at: EpochMilliseconds): EpochSeconds {
  return Math.ceil(at / 1000);
}
