import type { DeadLetter } from '../../../ops/dead-letter.ts';
import type { OpenQueue } from '../../../ops/dead-letter-queue.ts';

/** A queue that hides what was received, until it is released, and deletes only what was. */
export function fakeDeadLetterQueue(bodies: readonly string[]) {
  let count = 0;
  const toDeadLetter = (body: string): DeadLetter => {
    count += 1;
    return { messageId: `m${count}`, receiptHandle: `r${count}`, body, reason: 'invalid_event', detail: '' };
  };
  const waiting = bodies.map(toDeadLetter);
  const hidden = new Map<string, DeadLetter>();
  const queue: OpenQueue = {
    name: 'ssc-test-letters',
    describe: () => Promise.resolve({ arn: 'arn:aws:sqs:us-east-1:000000000000:fake' }),
    counts: async () => ({ waiting: waiting.length, busy: hidden.size }),
    async receive() {
      const batch = waiting.splice(0, 10);
      for (const deadLetter of batch) hidden.set(deadLetter.messageId, deadLetter);
      return batch;
    },
    async release(deadLetter) {
      if (hidden.delete(deadLetter.messageId)) waiting.push(deadLetter);
    },
    remove: async ({ messageId }) => void hidden.delete(messageId),
    send: async (body) => void waiting.push(toDeadLetter(body)),
  };
  return { queue, bodies: () => [...waiting, ...hidden.values()].map(({ body }) => body), hidden };
}
