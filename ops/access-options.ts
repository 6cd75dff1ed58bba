import { wholeNumber } from '../shared/command-line/read-options.ts';
import type { Where } from './find-service.ts';
import { OpsError } from './ops-error.ts';
import { toMember } from './shop-rows.ts';
import { parseWhere, readOpsOptions, refuseMore, requireWhere } from './where-options.ts';
import type { Environment } from './where-options.ts';

export const accessHelp = `Usage: npm run ops -- access <command> [options]

Commands:
  grant --shop ID        gives a shop access, or changes it; what no option says stays as it is
    --new                says that the shop never had access: without it, an ID that nobody knows is refused
    --zone ZONE          IANA zone of the shop's day; needed the first time
    --blocks N           buyers on its Block List at most
    --new-blocks-per-day N
    --member SUBJECT:ROLE  owner, agent or viewer; once for each, and they replace those before
    --no-members         removes all members
    --notify email:ADDRESS or seller_center_message
    --reason TEXT        for ops; the shop is not told
  grant --csv FILE       the same for many shops. Columns: shopId, timeZone, state, reason, reasonCode, text,
                         blocks, newBlocksPerDay, members (subject:role;subject:role), notifyChannel, notifyAddress.
                         An empty cell leaves what the shop has, its members too (grant --shop ID
                         --no-members removes them); an empty state is active
    --dry-run            only lists the rows that are wrong, with line and column; calls nobody
    --skip-bad           grants the others though some rows are wrong
    --concurrency N      shops at once (default 8)
                         FILE.done holds what is done: run the same again after a break, and it goes on there;
                         rows that were edited meanwhile are asked for again, others are not, though their
                         shops may have changed since. Ctrl-C finishes what is in flight
    --again              asks for all rows, also those that FILE.done says are done
  terminate --shop ID    ends the access at once; the Block List is kept
    --reason-code CODE   what the shop is told: misuse, inactivity, policy or other (which it is without this)
    --text TEXT          what the shop is told beside that; name no buyer in it
    --reason TEXT        for ops; the shop is not told
  notify --shop ID       tells the shop once more that it has access, or has it no longer; changes nothing
  show --shop ID         a shop's access as JSON
  list                   all shops that ever had access

Where:
  --stage STAGE          the stage, e.g. prod (default SSC_STAGE): its stack says where the service API is
  --url URL              the service API itself
  --local [PORT]         what npm start runs on PORT (default 3000)
                         Credentials are those of the environment, e.g. AWS_PROFILE: a role that may do what ssc-<stage>-ops-<region> may.

Ends with 1 when a row is wrong or something failed, with 2 when it cannot read the command line.`;

/** What one shop's access is to be; what is absent stays as it is. */
export interface ShopChange {
  readonly timeZone?: string;
  readonly quotas?: { readonly blocks?: number; readonly newBlocksPerDay?: number };
  readonly members?: readonly { readonly subject: string; readonly role: string }[];
  readonly notify?: { readonly channel: string; readonly address?: string };
  readonly reason?: string;
  readonly reasonCode?: string;
  readonly text?: string;
}

export type AccessCommand =
  | {
      readonly name: 'grant' | 'terminate';
      readonly shopId: string;
      readonly change: ShopChange;
      /** Whether the shop may be one that never had access. */
      readonly mayBeNew: boolean;
    }
  | { readonly name: 'notify'; readonly shopId: string }
  | { readonly name: 'show'; readonly shopId: string }
  | { readonly name: 'list' }
  | {
      readonly name: 'grant-many';
      readonly file: string;
      readonly dryRun: boolean;
      readonly skipBad: boolean;
      /** Whether what the journal says is forgotten. */
      readonly again: boolean;
      readonly concurrency: number;
    };

export interface AccessOptions {
  readonly command: AccessCommand;
  /** Absent for a dry run that does not say. */
  readonly where?: Where;
}

/**
 * Reads what stands behind `access`; `'help'` when that is what was asked for.
 *
 * @throws OpsError naming what is unknown, wrong or missing.
 */
export function parseAccess(args: readonly string[], environment: Environment): AccessOptions | 'help' {
  const { values, positionals } = read(args);
  if (values.help || args.length === 0) return 'help';
  const command = parseCommand(positionals, values);
  const mayBeNowhere = command.name === 'grant-many' && command.dryRun;
  const where = mayBeNowhere ? parseWhere(values, environment) : requireWhere(values, environment);
  return where ? { command, where } : { command };
}

type Values = ReturnType<typeof read>['values'];

/** Which options a command has, beside those of where. */
const belonging = {
  'grant-many': ['csv', 'dry-run', 'skip-bad', 'again', 'concurrency'],
  grant: ['shop', 'new', 'zone', 'blocks', 'new-blocks-per-day', 'member', 'no-members', 'notify', 'reason'],
  terminate: ['shop', 'reason', 'reason-code', 'text'],
  notify: ['shop'],
  show: ['shop'],
  list: [],
} as const satisfies Record<AccessCommand['name'], readonly (keyof Values)[]>;
const anywhere: readonly string[] = ['stage', 'url', 'local', 'help'];

const words = ['grant', 'terminate', 'notify', 'show', 'list'] as const;
const isWord = (word: string | undefined): word is (typeof words)[number] => words.some((one) => one === word);

function parseCommand([word, ...rest]: readonly string[], values: Values): AccessCommand {
  refuseMore(rest, 'access --help');
  if (!isWord(word))
    throw new OpsError(`There is no command "access ${word ?? ''}": ${words.join(', ')} are the five.`);
  const name = word === 'grant' && values.csv !== undefined ? 'grant-many' : word;
  const own: readonly string[] = belonging[name];
  const misplaced = Object.keys(values).find((option) => !own.includes(option) && !anywhere.includes(option));
  if (misplaced !== undefined)
    throw new OpsError(
      `--${misplaced} does not go with ${word}${name === 'grant-many' ? ' --csv' : ''}. See access --help.`,
    );
  if (name === 'list') return { name };
  if (name === 'grant-many')
    return {
      name,
      file: values.csv ?? '',
      dryRun: values['dry-run'] ?? false,
      skipBad: values['skip-bad'] ?? false,
      again: values.again ?? false,
      concurrency: wholeNumber('--concurrency', values.concurrency ?? '8', 1, 64),
    };
  const shopId = values.shop;
  if (shopId === undefined)
    throw new OpsError(`Say which shop: --shop ID${word === 'grant' ? ', or --csv FILE' : ''}.`);
  if (name === 'show' || name === 'notify') return { name, shopId };
  return { name, shopId, change: parseChange(values), mayBeNew: values.new ?? false };
}

function parseChange(values: Values): ShopChange {
  const { zone, reason, text, blocks, notify, member } = values;
  const reasonCode = values['reason-code'];
  const newBlocksPerDay = values['new-blocks-per-day'];
  if (member !== undefined && values['no-members'])
    throw new OpsError('--member and --no-members say opposite things: leave one out.');
  const quotas = {
    ...(blocks === undefined ? {} : { blocks: wholeNumber('--blocks', blocks, 0, 1000) }),
    ...(newBlocksPerDay === undefined
      ? {}
      : { newBlocksPerDay: wholeNumber('--new-blocks-per-day', newBlocksPerDay, 0, 1000) }),
  };
  return {
    ...(zone === undefined ? {} : { timeZone: zone }),
    ...(reason === undefined ? {} : { reason }),
    ...(reasonCode === undefined ? {} : { reasonCode }),
    ...(text === undefined ? {} : { text }),
    ...(Object.keys(quotas).length > 0 ? { quotas } : {}),
    ...(member === undefined ? {} : { members: member.map(toMember) }),
    ...(values['no-members'] ? { members: [] } : {}),
    ...(notify === undefined ? {} : { notify: parseNotify(notify) }),
  };
}

function parseNotify(text: string): NonNullable<ShopChange['notify']> {
  const [channel = '', ...rest] = text.split(':');
  const address = rest.join(':');
  if (channel === 'seller_center_message' && rest.length === 0) return { channel };
  if (channel === 'email' && address !== '') return { channel, address };
  throw new OpsError('--notify: must be email:ADDRESS or seller_center_message.');
}

function read(args: readonly string[]) {
  const own = {
    url: { type: 'string' },
    shop: { type: 'string' },
    new: { type: 'boolean' },
    zone: { type: 'string' },
    reason: { type: 'string' },
    'reason-code': { type: 'string' },
    text: { type: 'string' },
    blocks: { type: 'string' },
    'new-blocks-per-day': { type: 'string' },
    member: { type: 'string', multiple: true },
    'no-members': { type: 'boolean' },
    notify: { type: 'string' },
    csv: { type: 'string' },
    'dry-run': { type: 'boolean' },
    'skip-bad': { type: 'boolean' },
    again: { type: 'boolean' },
    concurrency: { type: 'string' },
  } as const;
  return readOpsOptions(args, own, 'access --help');
}
