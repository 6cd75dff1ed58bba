import { parseHttpPort } from '../../shared/command-line/http-port.ts';
import { OpsError } from '../ops-error.ts';
import { checkStage, readOpsOptions, refuseMore } from '../where-options.ts';
import type { Environment } from '../where-options.ts';

export const restoreHelp = `Usage: npm run ops -- restore --table NAME [options]

Restores the table of a stage into a new one, and turns on what a restore leaves off: time to live, the stream, point-in-time
recovery, deletion protection, tags. It reads all of it back, and says which settings make the deployment use the new table.
It may be run again, also after a Ctrl-C: what is done stays done. docs/restore.md has the whole procedure.

  --table NAME           the new table: ssc-<stage>-restored-…, e.g. with a date
  --at TIME              the instant to go back to, RFC 3339 (default: the newest there is)
  --from TABLE           another table than the one that the stage uses now
  --check                only says what the new table lacks

Where:
  --stage STAGE          the stage, e.g. prod (default SSC_STAGE), with the credentials of the environment
  --local [PORT]         what npm start runs on PORT (default 3000), where there is no recovery: only --check is of use

Ends with 1 when the table cannot be used yet, with 2 when it cannot read the command line.`;

export interface RestoreOptions {
  readonly stage: string;
  /** Of the local product. */
  readonly endpoint?: string;
  readonly table: string;
  readonly from?: string;
  readonly at?: Date;
  readonly checkOnly: boolean;
}

/**
 * Reads what follows the word `restore`; `'help'` when that is what was asked for.
 *
 * @throws OpsError or UsageError naming what is unknown, wrong or missing.
 */
export function parseRestore(args: readonly string[], environment: Environment): RestoreOptions | 'help' {
  const own = {
    table: { type: 'string' },
    at: { type: 'string' },
    from: { type: 'string' },
    check: { type: 'boolean', default: false },
  } as const;
  const { values, positionals } = readOpsOptions(args, own, 'restore --help');
  if (values.help || args.length === 0) return 'help';
  refuseMore(positionals, 'restore --help');
  const port = values.local === undefined ? undefined : parseHttpPort('--local', values.local);
  const stage = values.stage ?? (port === undefined ? environment['SSC_STAGE'] : 'local');
  if (!stage) throw new OpsError('Say which deployment: --stage STAGE, or --local for the one on this machine.');
  checkStage(stage);
  const { table, at, from } = values;
  const prefix = `ssc-${stage}-restored-`;
  if (table === undefined || !new RegExp(`^${prefix}[a-zA-Z0-9_.-]{1,200}$`).test(table))
    throw new OpsError(`--table: must be ${prefix}…: ops may make tables of that name, and of no other.`);
  return {
    stage,
    table,
    checkOnly: values.check,
    ...(port === undefined ? {} : { endpoint: `http://127.0.0.1:${port + 1}` }),
    ...(at === undefined ? {} : { at: parseInstant(at) }),
    ...(from === undefined ? {} : { from }),
  };
}

function parseInstant(text: string): Date {
  const at = new Date(text);
  if (/^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)$/.test(text) && !Number.isNaN(at.getTime()))
    return at;
  throw new OpsError(`--at: must be an instant with its offset, e.g. 2026-01-15T10:00:00Z, not "${text}".`);
}
