import { wholeNumber } from '../shared/command-line/read-options.ts';
import type { Where } from './find-service.ts';
import { OpsError } from './ops-error.ts';
import { readOpsOptions, refuseMore, requireWhere } from './where-options.ts';
import type { Environment } from './where-options.ts';

export const reportHelp = `Usage: npm run ops -- report retaliation [options]

Lists shops whose blocks look retaliatory, the largest share first: made right after a lawful refund, or for a review
that the marketplace has not confirmed as abusive. That says where to look; it proves nothing.

  --days DAYS            UTC dates to look back, today the last (default 30, 90 at most)
  --min-blocks NUMBER    leaves out shops with fewer blocks, whose shares say little (default 1)
  --json                 one JSON object a line

Where:
  --stage STAGE          the stage, e.g. prod (default SSC_STAGE), with the credentials of the environment
  --url URL              its service API, where its stack cannot be asked
  --local [PORT]         what npm start runs on PORT (default 3000)`;

export interface ReportOptions {
  readonly where: Where;
  readonly days: number;
  readonly minBlocks: number;
  readonly json: boolean;
}

/**
 * Reads what follows the word `report`; `'help'` when that is what was asked for.
 *
 * @throws OpsError naming what is unknown, wrong or missing.
 */
export function parseReport(args: readonly string[], environment: Environment): ReportOptions | 'help' {
  const { values, positionals } = read(args);
  if (values.help) return 'help';
  const [name, ...more] = positionals;
  if (name !== 'retaliation') throw new OpsError(`There is no report "${name ?? ''}": retaliation is the one.`);
  refuseMore(more, 'report --help');
  return {
    where: requireWhere(values, environment),
    days: wholeNumber('--days', values.days, 1, 90),
    minBlocks: wholeNumber('--min-blocks', values['min-blocks'], 1, 1000),
    json: values.json,
  };
}

function read(args: readonly string[]) {
  const own = {
    url: { type: 'string' },
    days: { type: 'string', default: '30' },
    'min-blocks': { type: 'string', default: '1' },
    json: { type: 'boolean', default: false },
  } as const;
  return readOpsOptions(args, own, 'report --help');
}
