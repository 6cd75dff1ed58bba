import type { AwsClient, Call } from './aws-client.ts';
import { millisecondsUntil } from './deadline.ts';
import type { Deadline } from './deadline.ts';
import type { HedgeBudget } from './hedge-rules.ts';

/** When a read that is late is asked a second time, on another connection. */
export interface Hedge {
  readonly afterMilliseconds: number;
  readonly budget: HedgeBudget;
}

/** A connection that lost against the second one gets so long to show that it lives. */
const graceMilliseconds = 1000;

/**
 * One reply by the deadline. With a hedge, a late request is sent a second time, and the first reply to either counts; only
 * for operations that may happen twice. One timer, armed again when it fires.
 *
 * @throws the last failure, or an error named `TimeoutError` at the deadline.
 */
export function callWithin(
  client: AwsClient,
  operation: string,
  body: string,
  deadline: Deadline,
  hedge?: Hedge,
): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const calls: Call[] = [];
    let open = 0;
    let settled = false;

    const settle = (grace: number) => {
      settled = true;
      clearTimeout(timer);
      for (const call of calls) call.abandonAfter(grace);
    };
    const succeed = (reply: unknown) => {
      if (settled) return;
      settle(graceMilliseconds);
      resolve(reply);
    };
    const fail = (error: unknown) => {
      open -= 1;
      if (settled || open > 0) return;
      settle(0);
      reject(error);
    };
    const start = () => {
      open += 1;
      try {
        const call = client.send(operation, body);
        calls.push(call);
        call.reply.then(succeed, fail);
      } catch (error) {
        fail(error);
      }
    };
    const wake = () => {
      const left = millisecondsUntil(deadline);
      if (left <= 0) {
        settle(0);
        return reject(timeoutError());
      }
      timer = setTimeout(wake, left);
      if (left > 1 && calls.length === 1 && hedge?.budget.spend()) start();
    };

    const left = millisecondsUntil(deadline);
    let timer = setTimeout(wake, hedge ? Math.min(hedge.afterMilliseconds, left) : left);
    hedge?.budget.earn();
    start();
  });
}

/**
 * Waits before attempt `attempt`, which is 1 after the first failure: longer each time, and never in step with others.
 *
 * @returns whether there is any time left for it.
 */
export async function pauseBefore(attempt: number, deadline: Deadline): Promise<boolean> {
  const pause = Math.random() * 5 * 2 ** Math.min(attempt, 4);
  if (pause >= millisecondsUntil(deadline)) return false;
  await new Promise((resolve) => setTimeout(resolve, pause));
  return millisecondsUntil(deadline) > 0;
}

function timeoutError(): Error {
  return Object.assign(new Error('The deadline has passed.'), { name: 'TimeoutError' });
}
