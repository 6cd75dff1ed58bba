import { PutEventsCommand } from '@aws-sdk/client-eventbridge';
import type { EventBridgeClient } from '@aws-sdk/client-eventbridge';
import { toBusEvent } from './dead-letter.ts';
import { OpsError } from './ops-error.ts';

/**
 * Puts the event of a dead letter on the bus again.
 *
 * @throws OpsError when the dead letter holds no event; Error with the bus's own words when it refuses.
 */
export function createEventForwarder(client: EventBridgeClient, stage: string): (body: string) => Promise<void> {
  return async (body) => {
    const event = toBusEvent(body);
    if (!event)
      throw new OpsError('It holds no event (source, detail-type, detail): correct it with --corrected, or drop it.');
    const { Entries: [entry] = [] } = await client.send(
      new PutEventsCommand({
        Entries: [
          {
            EventBusName: `ssc-${stage}`,
            Source: event.source,
            DetailType: event.type,
            Detail: JSON.stringify(event.detail),
            ...(event.time === undefined ? {} : { Time: new Date(event.time) }),
          },
        ],
      }),
    );
    if (entry?.ErrorCode !== undefined) throw new Error(`${entry.ErrorCode}: ${entry.ErrorMessage ?? ''}`);
    if (entry?.EventId === undefined) throw new Error('The bus did not say that it took it.');
  };
}
