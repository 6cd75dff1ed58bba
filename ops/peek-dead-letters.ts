import { counted } from './counted.ts';
import type { DeadLetterQueue } from './dead-letter-queues.ts';
import type { DeadLetter } from './dead-letter.ts';
import type { OpenQueue } from './dead-letter-queue.ts';
import { releaseAll } from './dead-letter-queue.ts';

/**
 * All dead letters of a queue, each once. They stay there: nobody else sees them meanwhile, and everybody does again
 * afterwards, two minutes later at the latest if this is interrupted.
 */
export async function peekDeadLetters(queue: OpenQueue, kind: DeadLetterQueue['kind']): Promise<readonly DeadLetter[]> {
  const seen = new Map<string, DeadLetter>();
  try {
    for (;;) {
      const deadLetters = await queue.receive(kind);
      const fresh = deadLetters.filter(({ messageId }) => !seen.has(messageId));
      for (const deadLetter of deadLetters) seen.set(deadLetter.messageId, deadLetter);
      // Dead letters come round again when reading them all took longer than they stay hidden.
      if (fresh.length === 0) break;
    }
  } finally {
    await releaseAll(queue, [...seen.values()]);
  }
  return [...seen.values()];
}

const mostReasons = 5;

/** Reasons with how often each is given, the most frequent first, e.g. `2 invalid_event (detail.amount), 1 malformed_json`. */
export function summarizeReasons(deadLetters: readonly Pick<DeadLetter, 'reason' | 'detail'>[]): string {
  const counts = new Map<string, number>();
  for (const { reason, detail } of deadLetters) {
    const text = detail === '' ? reason : `${reason} (${detail})`;
    counts.set(text, (counts.get(text) ?? 0) + 1);
  }
  const sorted = [...counts].toSorted(([, a], [, b]) => b - a).map(([text, count]) => `${count} ${text}`);
  const more = sorted.length - mostReasons;
  return [...sorted.slice(0, mostReasons), ...(more > 0 ? [counted(more, 'more reason')] : [])].join(', ');
}
