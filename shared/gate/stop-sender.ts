import type { AwsClient } from './aws-client.ts';
import { isPassing } from './aws-error.ts';
import type { StoppedCandidates } from './contract.ts';
import { callWithin, pauseBefore } from './deadline-call.ts';
import type { GateDeps } from './decide-orders.ts';

/** A connection that lay idle may be found broken, and the next one, too; more would hold up a denial for the sake of its record. */
const attempts = 3;

/** Sends candidates of stopped orders to their queue: one message, given up at the deadline. One that comes twice counts once. */
export function createStopSender(client: AwsClient, queueUrl: string): GateDeps['recordStops'] {
  return async (candidates: StoppedCandidates, deadline) => {
    const body = JSON.stringify({ QueueUrl: queueUrl, MessageBody: JSON.stringify(candidates) });
    for (let attempt = 1; ; attempt++) {
      try {
        await callWithin(client, 'SendMessage', body, deadline);
        return;
      } catch (error) {
        if (attempt === attempts || !isPassing(error) || !(await pauseBefore(attempt, deadline))) throw error;
      }
    }
  };
}
