import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { clientSettings } from './client-settings.ts';
import { OpsError } from './ops-error.ts';
import { print } from './printable.ts';
import { parseRestore, restoreHelp } from './restore/restore-options.ts';
import { restoreTable } from './restore/restore-table.ts';
import { createTableAdmin } from './restore/table-admin.ts';
import { tableOfStage } from './stage-table.ts';
import { stopOnSignals } from './stop-signal.ts';

/**
 * `npm run ops -- restore …`: a table of an earlier instant in the place of the present one.
 *
 * @returns whether the restored table can be used.
 */
export async function restore(args: readonly string[]): Promise<boolean> {
  const options = parseRestore(args, process.env);
  if (options === 'help') {
    print(restoreHelp);
    return true;
  }
  const { stage, endpoint, table, at, checkOnly } = options;
  const stop = stopOnSignals({
    signals: process,
    say: print,
    end: () => process.exit(130),
    now: () => performance.now(),
  });
  const client = new DynamoDBClient(clientSettings({ endpoint, isLocal: endpoint !== undefined }));
  const from = options.from ?? (endpoint === undefined ? await tableOfStage(stage) : `ssc-${stage}`);
  if (from === table) throw new OpsError(`${table} is what the stage uses already.`);
  const job = { admin: createTableAdmin(client), from, to: table, checkOnly, say: print, stop };
  const restored = await restoreTable({ ...job, ...(at ? { at } : {}) });
  if (!restored) return false;
  print(`${table} can take the place of ${from}. Deploy with these settings, and with them from now on:`);
  print(`  -c restoredTable=${table} -c restoredTableStream=${restored.streamArn ?? ''}`);
  print('Before that, put the erasures of the last 35 days again: docs/restore.md.');
  return true;
}
