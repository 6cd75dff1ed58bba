import { parseHttpPort } from '../../shared/command-line/http-port.ts';
import { wholeNumber } from '../../shared/command-line/read-options.ts';
import { OpsError } from '../ops-error.ts';
import { checkStage, readOpsOptions, refuseMore } from '../where-options.ts';
import type { Environment } from '../where-options.ts';

export const rebuildHelp = `Usage: npm run ops -- rebuild [options]

Holds derived items against what they are derived from, and mends what is wrong: rosters and counts of link groups, markers of
the gate, the coverage of blocks, and buyers' counts of orders. It works while everything else goes on: what is missing is
written on the condition that its block stands, and what is left over is taken on the condition that nobody has written it
anew. Nobody is left unguarded meanwhile, and nobody is guarded without a block.

  --only WHAT            rosters, markers (with coverage) or orders; all of them without it
  --dry-run              only says what is wrong
  --state FILE           where it keeps how far it is (default rebuild-<stage>.json). Ctrl-C finishes what is in flight;
                         the same again goes on there
  --concurrency N        invocations at once (default 4)
  --rounds N             how often what changes meanwhile is looked at (default 5)

Where:
  --stage STAGE          the stage, e.g. prod (default SSC_STAGE), with the credentials of the environment
  --local [PORT]         what npm start runs on PORT (default 3000)

Ends with 1 when something is wrong still, or was not looked at, with 2 when it cannot read the command line.`;

export interface RebuildOptions {
  readonly stage: string;
  /** Of the local product. */
  readonly endpoint?: string;
  readonly phases: readonly Phase[];
  readonly dryRun: boolean;
  readonly stateFile: string;
  readonly concurrency: number;
  readonly rounds: number;
}

/** In this order: coverage is counted by rosters. */
export const phases = ['rosters', 'markers', 'orders'] as const;
export type Phase = (typeof phases)[number];

/**
 * Reads what follows the word `rebuild`; `'help'` when that is what was asked for.
 *
 * @throws OpsError or UsageError naming what is unknown, wrong or missing.
 */
export function parseRebuild(args: readonly string[], environment: Environment): RebuildOptions | 'help' {
  const own = {
    only: { type: 'string' },
    'dry-run': { type: 'boolean', default: false },
    state: { type: 'string' },
    concurrency: { type: 'string', default: '4' },
    rounds: { type: 'string', default: '5' },
  } as const;
  const { values, positionals } = readOpsOptions(args, own, 'rebuild --help');
  if (values.help) return 'help';
  refuseMore(positionals, 'rebuild --help');
  const port = values.local === undefined ? undefined : parseHttpPort('--local', values.local);
  const stage = values.stage ?? (port === undefined ? environment['SSC_STAGE'] : 'local');
  if (!stage) throw new OpsError('Say which deployment: --stage STAGE, or --local for the one on this machine.');
  checkStage(stage);
  const chosen = phases.filter((phase) => values.only === undefined || values.only === phase);
  if (chosen.length === 0) throw new OpsError(`--only: must be one of ${phases.join(', ')}, not "${values.only}".`);
  return {
    stage,
    phases: chosen,
    dryRun: values['dry-run'],
    stateFile: values.state ?? `rebuild-${stage}.json`,
    concurrency: wholeNumber('--concurrency', values.concurrency, 1, 32),
    rounds: wholeNumber('--rounds', values.rounds, 1, 100),
    ...(port === undefined ? {} : { endpoint: `http://127.0.0.1:${port + 1}` }),
  };
}
