import type { Where } from './find-service.ts';
import { OpsError } from './ops-error.ts';
import { readOpsOptions, refuseMore, requireWhere } from './where-options.ts';
import type { Environment } from './where-options.ts';

export const complaintsHelp = `Usage: npm run ops -- complaints <command> [options]

Commands:
  list                   complaints about ended accesses, the oldest first, with why the access ended
    --state STATE        open (without it), upheld or rejected
    --json               one JSON object a line
  decide --id ID --outcome upheld|rejected --text TEXT
                         answers a complaint: upheld gives the access back at once. The shop is told the text;
                         name no buyer in it. Asked again in the same words, nothing more happens

Where:
  --stage STAGE          the stage, e.g. prod (default SSC_STAGE), with the credentials of the environment
  --url URL              its service API, where its stack cannot be asked
  --local [PORT]         what npm start runs on PORT (default 3000)`;

export type ComplaintsCommand =
  | { readonly name: 'list'; readonly state: string; readonly json: boolean }
  | { readonly name: 'decide'; readonly complaintId: string; readonly outcome: string; readonly text: string };

export interface ComplaintsOptions {
  readonly command: ComplaintsCommand;
  readonly where: Where;
}

/**
 * Reads what follows the word `complaints`; `'help'` when that is what was asked for.
 *
 * @throws OpsError naming what is unknown, wrong or missing.
 */
export function parseComplaints(args: readonly string[], environment: Environment): ComplaintsOptions | 'help' {
  const { values, positionals } = read(args);
  if (values.help || args.length === 0) return 'help';
  const command = parseCommand(positionals, values);
  return { command, where: requireWhere(values, environment) };
}

type Values = ReturnType<typeof read>['values'];

const belonging = {
  list: ['state', 'json'],
  decide: ['id', 'outcome', 'text'],
} as const satisfies Record<ComplaintsCommand['name'], readonly (keyof Values)[]>;
const anywhere: readonly string[] = ['stage', 'url', 'local', 'help'];

function parseCommand([word, ...rest]: readonly string[], values: Values): ComplaintsCommand {
  refuseMore(rest, 'complaints --help');
  if (word !== 'list' && word !== 'decide')
    throw new OpsError(`There is no command "complaints ${word ?? ''}": list and decide are the two.`);
  const own: readonly string[] = belonging[word];
  const misplaced = Object.keys(values).find((option) => !own.includes(option) && !anywhere.includes(option));
  if (misplaced !== undefined) throw new OpsError(`--${misplaced} does not go with ${word}. See complaints --help.`);
  if (word === 'list') return { name: word, state: values.state ?? 'open', json: values.json ?? false };
  const { id: complaintId, outcome, text } = values;
  if (complaintId === undefined) throw new OpsError('Say which complaint: --id ID, as complaints list shows it.');
  if (outcome === undefined) throw new OpsError('Say how it ends: --outcome upheld or --outcome rejected.');
  if (text === undefined) throw new OpsError('Say what the shop is told: --text TEXT.');
  return { name: word, complaintId, outcome, text };
}

function read(args: readonly string[]) {
  const own = {
    url: { type: 'string' },
    state: { type: 'string' },
    json: { type: 'boolean' },
    id: { type: 'string' },
    outcome: { type: 'string' },
    text: { type: 'string' },
  } as const;
  return readOpsOptions(args, own, 'complaints --help');
}
