import { EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge';
import type { LocalRuntime } from '../start-local.ts';
import type { StormEvent } from './stories.ts';

const entriesPerCall = 10;

/**
 * Puts events on the bus in their order, as the marketplace does with AWS's own SDK.
 *
 * @param before called before each ten: it may wait.
 */
export async function putStorm(
  runtime: LocalRuntime,
  events: readonly StormEvent[],
  before: () => Promise<void>,
): Promise<void> {
  const client = new EventBridgeClient({
    endpoint: runtime.endpointUrl,
    region: 'us-east-1',
    credentials: { accessKeyId: 'marketplace', secretAccessKey: 'local' },
  });
  for (let start = 0; start < events.length; start += entriesPerCall) {
    await before();
    const reply = await client.send(
      new PutEventsCommand({
        Entries: events.slice(start, start + entriesPerCall).map(({ source, type, detail }) => ({
          EventBusName: 'ssc-local',
          Source: source,
          DetailType: type,
          Detail: JSON.stringify(detail),
        })),
      }),
    );
    if (reply.FailedEntryCount) throw new Error(`PutEvents refused ${reply.FailedEntryCount} entries.`);
  }
  client.destroy();
}
