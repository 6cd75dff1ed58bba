import type { EpochMilliseconds } from '../kernel/clock.ts';

interface Connection {
  readonly connectionId: string;
  readonly subject: string;
  readonly connectedAt: EpochMilliseconds;
  readonly until: EpochMilliseconds;
}

/** Live connections of one seller in one shop: more than anybody's tabs and devices, too few to shut the others out. */
export const mostOfSeller = 10;

/** A seller's connections that have not ended, the oldest first. */
export function openOf<One extends Connection>(
  connections: readonly One[],
  subject: string,
  now: EpochMilliseconds,
): readonly One[] {
  return connections
    .filter((one) => one.subject === subject && one.until > now)
    .toSorted((a, b) => a.connectedAt - b.connectedAt || (a.connectionId < b.connectionId ? -1 : 1));
}

/** The oldest of a seller's connections that are too many. `more` are about to open. */
export function beyondTheirShare<One extends Connection>(
  connections: readonly One[],
  subject: string,
  now: EpochMilliseconds,
  more = 0,
): readonly One[] {
  const open = openOf(connections, subject, now);
  return open.slice(0, Math.max(0, open.length + more - mostOfSeller));
}

/** In how many seconds a seller who has all of theirs gets a ticket again, if none of them is closed; `undefined` for others. */
export function waitForShare(
  connections: readonly Connection[],
  subject: string,
  now: EpochMilliseconds,
): number | undefined {
  const open = openOf(connections, subject, now);
  if (open.length < mostOfSeller) return undefined;
  return Math.ceil((Math.min(...open.map(({ until }) => until)) - now) / 1000);
}
