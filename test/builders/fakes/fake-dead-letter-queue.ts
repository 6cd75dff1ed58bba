import type { Letter } from '../../../ops/dead-letter.ts';
import type { LetterQueue } from '../../../ops/dead-letter-queue.ts';

/** A queue that hides what was received, until it is released, and deletes only what was. */
export function fakeLetterQueue(bodies: readonly string[]) {
  let count = 0;
  const toLetter = (body: string): Letter => {
    count += 1;
    return { messageId: `m${count}`, receiptHandle: `r${count}`, body, reason: 'invalid_event', detail: '' };
  };
  const waiting = bodies.map(toLetter);
  const hidden = new Map<string, Letter>();
  const queue: LetterQueue = {
    name: 'ssc-test-letters',
    counts: async () => ({ waiting: waiting.length, busy: hidden.size }),
    async receive() {
      const batch = waiting.splice(0, 10);
      for (const letter of batch) hidden.set(letter.messageId, letter);
      return batch;
    },
    async release(letter) {
      if (hidden.delete(letter.messageId)) waiting.push(letter);
    },
    remove: async ({ messageId }) => void hidden.delete(messageId),
    send: async (body) => void waiting.push(toLetter(body)),
  };
  return { queue, bodies: () => [...waiting, ...hidden.values()].map(({ body }) => body), hidden };
}
