import { setTimeout as sleep } from 'node:timers/promises';
import { DescribeTableCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda';
import { DynamoDBDocumentClient, ScanCommand } from '@aws-sdk/lib-dynamodb';
import { rebuildReply } from '../shared/contracts/messages/rebuild-request.ts';
import { clientSettings } from './client-settings.ts';
import { counted } from './counted.ts';
import { print } from './printable.ts';
import { parseRebuild, rebuildHelp } from './rebuild/rebuild-options.ts';
import type { RebuildOptions } from './rebuild/rebuild-options.ts';
import { runRebuild } from './rebuild/run-rebuild.ts';
import type { RebuildJob } from './rebuild/run-rebuild.ts';
import { openStateFile } from './rebuild/state-file.ts';
import { tableOfStage } from './stage-table.ts';
import { stopOnSignals } from './stop-signal.ts';

/**
 * `npm run ops -- rebuild …`: derived items as what they are derived from says.
 *
 * @returns whether nothing is wrong any more.
 */
export async function rebuild(args: readonly string[]): Promise<boolean> {
  const options = parseRebuild(args, process.env);
  if (options === 'help') {
    print(rebuildHelp);
    return true;
  }
  const { stage, endpoint, stateFile, ...chosen } = options;
  const table = endpoint === undefined ? await tableOfStage(stage) : `ssc-${stage}`;
  const stop = stopOnSignals({
    signals: process,
    say: print,
    end: () => process.exit(130),
    now: () => performance.now(),
  });
  const now = (): number => performance.now();
  const begun = now();
  const result = await runRebuild({
    ...{ ...chosen, stop, say: print, now },
    // Steps of work that is under way take some seconds.
    pause: () => sleep(3000, undefined, { signal: stop }).catch(() => undefined),
    ...callsOf(options, table),
    state: openStateFile(stateFile, stage, table),
  });
  const { looked, mended, wrong, failed, busy, stopped } = result;
  const seconds = ((now() - begun) / 1000).toFixed(1);
  print(
    `${counted(looked, 'piece')} looked at in ${seconds} s: ${mended} mended, ${wrong} wrong, ${failed} failed, ${busy} not judged.`,
  );
  if (stopped) print('Stopped. Run the same again, and it goes on there.');
  return !stopped && wrong + failed + busy === 0;
}

function callsOf(
  { stage, endpoint }: RebuildOptions,
  TableName: string,
): Pick<RebuildJob, 'scan' | 'items' | 'rebuild'> {
  // Longer than the function may take.
  const settings = clientSettings({ endpoint, isLocal: endpoint !== undefined }, 200_000);
  const documents = DynamoDBDocumentClient.from(new DynamoDBClient(settings));
  const lambda = new LambdaClient(settings);
  return {
    async scan(scan, from) {
      const page = await documents.send(
        new ScanCommand({ TableName, ConsistentRead: true, ...scan, ...(from ? { ExclusiveStartKey: from } : {}) }),
      );
      const next = page.LastEvaluatedKey as Record<string, string> | undefined;
      return { items: page.Items ?? [], scanned: page.ScannedCount ?? 0, ...(next ? { next } : {}) };
    },
    async items() {
      const { Table } = await documents.send(new DescribeTableCommand({ TableName }));
      return Table?.ItemCount ?? 0;
    },
    async rebuild(pieces, dryRun) {
      const Payload = JSON.stringify({ version: 1, dryRun, pieces });
      const reply = await lambda.send(new InvokeCommand({ FunctionName: `ssc-${stage}-rebuild`, Payload }));
      const text = Buffer.from(reply.Payload ?? []).toString('utf8');
      if (reply.FunctionError !== undefined) throw new Error(`The function rebuild failed: ${text}`);
      return rebuildReply.parse(JSON.parse(text));
    },
  };
}
