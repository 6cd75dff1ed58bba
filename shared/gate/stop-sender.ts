import { SendMessageCommand, type SQSClient } from '@aws-sdk/client-sqs';
import type { StoppedCandidates } from './contract.ts';
import type { GateDeps } from './decide-orders.ts';

/** Sends candidates of stopped orders to their queue: one call, given up at the deadline. */
export function createStopSender(client: SQSClient, queueUrl: string): GateDeps['recordStops'] {
  return async (candidates: StoppedCandidates, deadline: AbortSignal) => {
    const command = new SendMessageCommand({ QueueUrl: queueUrl, MessageBody: JSON.stringify(candidates) });
    const sent = client.send(command, { abortSignal: deadline });
    const late = new Promise<never>((_, reject) => {
      if (deadline.aborted) reject(new DOMException('deadline', 'AbortError'));
      deadline.addEventListener('abort', () => reject(new DOMException('deadline', 'AbortError')), { once: true });
    });
    // The client may notice the deadline late; the gate may not.
    sent.catch(() => undefined);
    await Promise.race([sent, late]);
  };
}
