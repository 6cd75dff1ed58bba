import type { AwsClient } from '../../../shared/aws-json/aws-client.ts';

export interface SentCall {
  readonly operation: string;
  readonly input: Readonly<Record<string, unknown>>;
  /** How long it was given when it was abandoned. */
  abandonedAfter?: number;
}

/** A client of the gate that answers by a script instead of a service, and keeps what it was asked. */
export function scriptedAwsClient(
  answer: (call: SentCall, count: number) => unknown,
): AwsClient & { readonly sent: SentCall[] } {
  const sent: SentCall[] = [];
  return {
    sent,
    send(operation, body) {
      const call: SentCall = { operation, input: JSON.parse(body) as SentCall['input'] };
      sent.push(call);
      const count = sent.length;
      return {
        reply: Promise.resolve().then(() => answer(call, count)),
        abandonAfter: (milliseconds) => {
          call.abandonedAfter = milliseconds;
        },
      };
    },
    destroy: () => undefined,
  };
}
