import type { Corrections } from './corrections.ts';
import { identityOf } from './dead-letter.ts';
import type { Letter } from './dead-letter.ts';
import type { DeadLetterQueue } from './dead-letter-queues.ts';
import type { LetterQueue } from './dead-letter-queue.ts';
import { releaseAll } from './dead-letter-queue.ts';

export interface RedriveJob {
  readonly kind: DeadLetterQueue['kind'];
  readonly letters: LetterQueue;
  /** Sends a body on to where it can be worked on. */
  readonly forward: (body: string) => Promise<void>;
  readonly corrections: Corrections;
  readonly progress: (done: number, of: number) => void;
}

export interface RedriveResult {
  readonly redriven: number;
  readonly dropped: number;
  /** Letters that were sent on and are here again. */
  readonly cameBack: readonly Letter[];
  /** Letters that could not be sent on, or not be deleted then, and are still here. */
  readonly failures: readonly Failure[];
  /** Message IDs of corrections that found their letter. */
  readonly corrected: readonly string[];
}

interface Failure {
  readonly letter: Letter;
  readonly error: unknown;
}

/**
 * Empties a queue once: each letter is sent on, and only then deleted, so that a crash between the two doubles one and
 * loses none. What comes back meanwhile is left lying, or this would never end.
 */
export async function redriveQueue(job: RedriveJob): Promise<RedriveResult> {
  const { kind, letters, corrections } = job;
  const { waiting: expected } = await letters.counts();
  const settled = new Set<string>();
  const sentOn = new Set<string>();
  const cameBack = new Map<string, Letter>();
  const failures = new Map<string, Failure>();
  const corrected: string[] = [];
  let dropped = 0;
  let redriven = 0;

  const settle = async (letter: Letter): Promise<void> => {
    const correction = corrections.get(letter.messageId);
    const body = correction === undefined ? letter.body : correction;
    if (!settled.has(letter.messageId)) {
      if (body !== null) await job.forward(body);
      settled.add(letter.messageId);
      if (body === null) dropped += 1;
      else redriven += 1;
      if (body !== null) sentOn.add(identityOf(kind, body));
      if (correction !== undefined) corrected.push(letter.messageId);
    }
    await letters.remove(letter);
    failures.delete(letter.messageId);
  };

  while (expected > 0) {
    const batch = await letters.receive(kind);
    if (batch.length === 0) break;
    // Two letters can say the same and both have been here from the start: only those beyond the first count came back.
    let original = expected - settled.size;
    const returned = batch.filter(({ messageId, body }) => {
      if (settled.has(messageId)) return false;
      original -= 1;
      return original < 0 && sentOn.has(identityOf(kind, body));
    });
    for (const letter of returned) cameBack.set(letter.messageId, letter);
    const rest = batch.filter((letter) => !returned.includes(letter));
    const tried = rest.filter(({ messageId }) => !failures.has(messageId));
    await Promise.all(
      tried.map((letter) =>
        settle(letter).catch((error: unknown) => failures.set(letter.messageId, { letter, error })),
      ),
    );
    job.progress(settled.size, Math.max(expected, settled.size));
    // Hidden letters come round again in two minutes: whoever sees only those has seen all.
    if (tried.length === 0) break;
    if (settled.size + failures.size >= expected && (await letters.counts()).waiting === 0) break;
  }
  const left = { cameBack: [...cameBack.values()], failures: [...failures.values()] };
  await releaseAll(letters, [...left.cameBack, ...left.failures.map(({ letter }) => letter)]);
  return { redriven, dropped, corrected, ...left };
}
