import { randomBytes } from 'node:crypto';
import { EventBridgeClient } from '@aws-sdk/client-eventbridge';
import { SQSClient } from '@aws-sdk/client-sqs';
import { clientSettings } from './client-settings.ts';
import { openQueue } from './dead-letter-queue.ts';
import { print } from './printable.ts';
import { parseReplay, replayHelp } from './replay/replay-options.ts';
import { runReplay } from './replay/run-replay.ts';
import { stopOnSignals } from './stop-signal.ts';

/**
 * `npm run ops -- replay …`: archived events to the consumers once more.
 *
 * @returns whether the replay came to its end.
 */
export async function replay(args: readonly string[]): Promise<boolean> {
  const options = parseReplay(args, process.env);
  if (options === 'help') {
    print(replayHelp);
    return true;
  }
  const { stage, endpoint, from, to, queues } = options;
  const stop = stopOnSignals({
    signals: process,
    say: print,
    end: () => process.exit(130),
    now: () => performance.now(),
  });
  const settings = clientSettings({ endpoint, isLocal: endpoint !== undefined });
  const sqs = new SQSClient(settings);
  // A queue knows its account and region, for the names of all else.
  const { arn: queueArn } = await openQueue(sqs, stage, 'unrouted-events').then((queue) => queue.describe());
  const arnOf = (resource: string): string => queueArn.replace(/:sqs:/, ':events:').replace(/[^:]*$/, resource);
  const name = `ssc-${stage}`;
  return runReplay({
    events: new EventBridgeClient(settings),
    name: `${name}-${randomBytes(4).toString('hex')}`,
    archiveArn: arnOf(`archive/${name}`),
    busArn: arnOf(`event-bus/${name}`),
    ruleArns: queues.map((queue) => arnOf(`rule/${name}/${name}-${queue}`)),
    from,
    to,
    say: print,
    stop,
  });
}
