import type { Corrections } from './corrections.ts';
import { identityOf } from './dead-letter.ts';
import type { DeadLetter } from './dead-letter.ts';
import type { DeadLetterQueue } from './dead-letter-queues.ts';
import type { OpenQueue } from './dead-letter-queue.ts';
import { releaseAll } from './dead-letter-queue.ts';

export interface RedriveJob {
  readonly kind: DeadLetterQueue['kind'];
  readonly deadLetters: OpenQueue;
  /** Sends a body on to where it can be worked on. */
  readonly forward: (body: string) => Promise<void>;
  readonly corrections: Corrections;
  readonly progress: (done: number, of: number) => void;
}

export interface RedriveResult {
  readonly redriven: number;
  readonly dropped: number;
  /** Dead letters that were sent on and are here again. */
  readonly cameBack: readonly DeadLetter[];
  /** Dead letters that could not be sent on, or not be deleted then, and are still here. */
  readonly failures: readonly Failure[];
  /** Message IDs of corrections that found their dead letter. */
  readonly corrected: readonly string[];
}

interface Failure {
  readonly deadLetter: DeadLetter;
  readonly error: unknown;
}

/**
 * Empties a queue once: each dead letter is sent on, and only then deleted, so that a crash between the two doubles one and
 * loses none. What comes back meanwhile is left lying, or this would never end.
 */
export async function redriveQueue(job: RedriveJob): Promise<RedriveResult> {
  const { kind, deadLetters, corrections } = job;
  const { waiting: expected } = await deadLetters.counts();
  const settled = new Set<string>();
  const sentOn = new Set<string>();
  const cameBack = new Map<string, DeadLetter>();
  const failures = new Map<string, Failure>();
  const corrected: string[] = [];
  let dropped = 0;
  let redriven = 0;

  const settle = async (deadLetter: DeadLetter): Promise<void> => {
    const correction = corrections.get(deadLetter.messageId);
    const body = correction === undefined ? deadLetter.body : correction;
    if (!settled.has(deadLetter.messageId)) {
      if (body !== null) await job.forward(body);
      settled.add(deadLetter.messageId);
      if (body === null) dropped += 1;
      else redriven += 1;
      if (body !== null) sentOn.add(identityOf(kind, body));
      if (correction !== undefined) corrected.push(deadLetter.messageId);
    }
    await deadLetters.remove(deadLetter);
    failures.delete(deadLetter.messageId);
  };

  while (expected > 0) {
    const batch = await deadLetters.receive(kind);
    if (batch.length === 0) break;
    // Two dead letters can say the same and both have been here from the start: only those beyond the first count came back.
    let original = expected - settled.size;
    const returned = batch.filter(({ messageId, body }) => {
      if (settled.has(messageId)) return false;
      original -= 1;
      return original < 0 && sentOn.has(identityOf(kind, body));
    });
    for (const deadLetter of returned) cameBack.set(deadLetter.messageId, deadLetter);
    const rest = batch.filter((deadLetter) => !returned.includes(deadLetter));
    const tried = rest.filter(({ messageId }) => !failures.has(messageId));
    await Promise.all(
      tried.map((deadLetter) =>
        settle(deadLetter).catch((error: unknown) => failures.set(deadLetter.messageId, { deadLetter, error })),
      ),
    );
    job.progress(settled.size, Math.max(expected, settled.size));
    // Hidden dead letters come round again in two minutes: whoever sees only those has seen all.
    if (tried.length === 0) break;
    if (settled.size + failures.size >= expected && (await deadLetters.counts()).waiting === 0) break;
  }
  const left = { cameBack: [...cameBack.values()], failures: [...failures.values()] };
  await releaseAll(deadLetters, [...left.cameBack, ...left.failures.map(({ deadLetter }) => deadLetter)]);
  return { redriven, dropped, corrected, ...left };
}
