import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { putEvents } from './marketplace.ts';
import type { MarketplaceEvent } from './marketplace.ts';

/** Most starts take a second; one beside other programs on few processors takes many times as long. */
const seenWithinMilliseconds = 180_000;
/** A message whose consumer ran out of time comes back after its visibility timeout, minutes later: the demo need not wait for that. */
const againAfterMilliseconds = 10_000;
const firstPauseMilliseconds = 50;
/** A seller may look up 60 buyers a minute, and the demo's seller is to have most of them left: so the wait grows. */
const longestPauseMilliseconds = 2_000;

export interface Telling<Seen> {
  readonly endpointUrl: string;
  readonly events: readonly MarketplaceEvent[];
  /** What they bring about; `undefined` while it is not there. */
  readonly look: () => Promise<Seen | undefined>;
  /** They were told before, so that one waits for a while before they are told again. */
  readonly wereTold?: boolean;
  /** For the error: what did not come. */
  readonly awaited: string;
}

/**
 * Puts events on the bus, and the same ones again while what they bring about is not seen. They keep their event IDs, so that
 * what was done is not done twice.
 *
 * @throws Error when it is not seen in three minutes.
 */
export async function tellUntil<Seen>({ endpointUrl, events, look, wereTold, awaited }: Telling<Seen>): Promise<Seen> {
  const identified = events.map((event) => ({ ...event, detail: { eventId: randomUUID(), ...event.detail } }));
  const begun = performance.now();
  let told = wereTold ? begun : -Infinity;
  for (let pause = firstPauseMilliseconds; ; pause = Math.min(pause * 2, longestPauseMilliseconds)) {
    const now = performance.now();
    if (now - told > againAfterMilliseconds) {
      await putEvents(endpointUrl, identified);
      told = now;
    }
    const seen = await look();
    if (seen !== undefined) return seen;
    if (performance.now() - begun > seenWithinMilliseconds) throw new Error(`${awaited} in three minutes.`);
    await sleep(pause);
  }
}
