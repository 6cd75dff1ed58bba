import { parseArgs } from 'node:util';
import type { Where } from './find-service.ts';
import { OpsError } from './ops-error.ts';

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
export function parseReport(
  args: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
): ReportOptions | 'help' {
  const { values, positionals } = read(args);
  if (values.help) return 'help';
  const [name, more] = positionals;
  if (name !== 'retaliation') throw new OpsError(`There is no report "${name ?? ''}": retaliation is the one.`);
  if (more !== undefined) throw new OpsError(`"${more}" is one word too many. See report --help.`);
  return {
    where: whereOf(values, environment),
    days: wholeNumber('--days', values.days, 90),
    minBlocks: wholeNumber('--min-blocks', values['min-blocks'], 1000),
    json: values.json,
  };
}

function whereOf(
  { local, url, stage }: { readonly local?: string; readonly url?: string; readonly stage?: string },
  environment: Readonly<Record<string, string | undefined>>,
): Where {
  if ([local, url, stage].filter((value) => value !== undefined).length > 1)
    throw new OpsError('--local, --url and --stage all say where: give one.');
  if (local !== undefined) return { type: 'local', port: wholeNumber('--local', local, 65_534) };
  if (url !== undefined) {
    if (!/^https?:\/\//.test(url)) throw new OpsError(`--url: must be an http URL, not "${url}".`);
    return { type: 'url', url };
  }
  const meant = stage ?? environment['SSC_STAGE'];
  if (!meant) throw new OpsError('Say which deployment: --stage STAGE, or --local for the one on this machine.');
  if (!/^[a-z0-9-]{1,32}$/.test(meant)) throw new OpsError(`--stage: "${meant}" is no stage's name.`);
  return { type: 'stage', stage: meant };
}

function wholeNumber(option: string, text: string, most: number): number {
  const value = /^\d{1,5}$/.test(text) ? Number(text) : 0;
  if (value < 1 || value > most)
    throw new OpsError(`${option}: must be a whole number from 1 to ${most}, not "${text}".`);
  return value;
}

function read(args: readonly string[]) {
  // `--local` may stand without its port, which options of `parseArgs` cannot.
  const spelledOut = args.map((arg, index) =>
    arg === '--local' && !/^\d+$/.test(args[index + 1] ?? '') ? '--local=3000' : arg,
  );
  try {
    return parseArgs({
      args: spelledOut,
      allowPositionals: true,
      options: {
        stage: { type: 'string' },
        url: { type: 'string' },
        local: { type: 'string' },
        days: { type: 'string', default: '30' },
        'min-blocks': { type: 'string', default: '1' },
        json: { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h', default: false },
      },
    });
  } catch (error) {
    throw new OpsError(`${(error as Error).message.split('. ')[0]}. See report --help.`, { cause: error });
  }
}
