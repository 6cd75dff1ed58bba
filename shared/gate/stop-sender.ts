import type { AwsClient } from '../aws-json/aws-client.ts';
import { isRetryable } from '../aws-json/aws-error.ts';
import type { StoppedCandidates } from '../contracts/messages/stopped-candidates.ts';
import { callWithin, pauseBefore } from '../aws-json/deadline-call.ts';
import type { Hedge } from '../aws-json/deadline-call.ts';
import type { GateDeps } from './decide-checks.ts';
import { createHedgeBudget } from '../aws-json/hedge-rules.ts';

/** A connection that lay idle may be found broken, and the next one, too; more would hold up a denial for the sake of its record. */
const attempts = 3;

/** A budget of its own, apart from that of the reads, which may be used up by then. Denials are few, and a second message costs little. */
const hangingHedge = (): Hedge => ({ afterMilliseconds: 30, budget: createHedgeBudget(0.25) });

/**
 * Sends candidates of stopped orders to their queue: one message, given up at the deadline. One that comes twice counts
 * once, so it is sent a second time when a connection hangs: that would cost the record, and the rest of the denial's deadline.
 */
export function createStopSender(client: AwsClient, queueUrl: string, hedge = hangingHedge()): GateDeps['recordStops'] {
  return async (candidates: StoppedCandidates, deadline) => {
    const body = JSON.stringify({ QueueUrl: queueUrl, MessageBody: JSON.stringify(candidates) });
    for (let attempt = 1; ; attempt++) {
      try {
        await callWithin(client, 'SendMessage', body, deadline, hedge);
        return;
      } catch (error) {
        if (attempt === attempts || !isRetryable(error) || !(await pauseBefore(attempt, deadline))) throw error;
      }
    }
  };
}
