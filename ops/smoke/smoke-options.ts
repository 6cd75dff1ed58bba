import { wholeNumber } from '../../shared/command-line/read-options.ts';
import { id } from '../../shared/contracts/schemas.ts';
import { OpsError } from '../ops-error.ts';
import { parseWhere, readOpsOptions, refuseMore } from '../where-options.ts';
import type { Environment } from '../where-options.ts';
import type { Where } from '../find-service.ts';

export const smokeHelp = `Usage: npm run ops -- smoke [options]

A canary shop goes through what sellers and callers do, on the deployment itself: access, a buyer's profile and order,
linked accounts, a block, the gate over HTTP and by invoke, a stopped order, alerts, cancelling, rejecting, waivers, the
live feed, mails, removal, the end of the access. It says which step failed, which function to look at, and where.

  --shop ID              the canary shop (default ssc-smoke); two runs take turns with it
  --wait SECONDS         how long one thing is waited for (default 90)
  --mail ADDRESS         where the shop's mails go (default success@simulator.amazonses.com)

Where:
  --stage STAGE          the stage, e.g. prod (default SSC_STAGE). The credentials of the environment must be allowed to take
                         the roles of all callers (sts:AssumeRole) and to ask CloudFormation for the stage's outputs.
                         SSC_SELLER_TOKEN holds an access token of a seller, whose shops name the canary shop as owner
  --local [PORT]         what npm start runs on PORT (default 3000)

Afterwards the canary shop has no access, no block, no open order and no open alert. What stays: the shop itself, in
"access list"; two buyers and a dissolved link group with fixed IDs, which the next run uses again; and what ends by its own
TTL (orders, alerts, waivers, activity, counters of its days).

Ends with 0 when all went well, with 1 when something is broken, with 2 when it cannot read the command line.`;

export interface SmokeOptions {
  readonly where: Exclude<Where, { type: 'url' }>;
  readonly shopId: string;
  readonly waitSeconds: number;
  readonly mail: string;
  /** Of a seller; made on the spot for the local product. */
  readonly token?: string;
}

/** A canary's buyers and orders are called after its shop: what they add must fit into an ID. */
const longestShopId = 20;

/**
 * Reads what follows the word `smoke`; `'help'` when that is what was asked for.
 *
 * @throws OpsError or UsageError naming what is unknown, wrong or missing.
 */
export function parseSmoke(args: readonly string[], environment: Environment): SmokeOptions | 'help' {
  const own = {
    shop: { type: 'string', default: 'ssc-smoke' },
    wait: { type: 'string', default: '90' },
    mail: { type: 'string', default: 'success@simulator.amazonses.com' },
  } as const;
  const { values, positionals } = readOpsOptions(args, own, 'smoke --help');
  if (values.help) return 'help';
  refuseMore(positionals, 'smoke --help');
  const where = parseWhere(values, environment);
  if (!where || where.type === 'url')
    throw new OpsError('Say which deployment: --stage STAGE, or --local for the one on this machine.');
  if (!id.safeParse(values.shop).success || values.shop.length > longestShopId)
    throw new OpsError(`--shop: must be an ID of at most ${longestShopId} characters, not "${values.shop}".`);
  const token = environment['SSC_SELLER_TOKEN'];
  if (where.type === 'stage' && !token)
    throw new OpsError(
      'SSC_SELLER_TOKEN is not set: an access token of a seller is needed, whose shops name the canary shop as owner.',
    );
  return {
    where,
    shopId: values.shop,
    waitSeconds: wholeNumber('--wait', values.wait, 1, 3600),
    mail: values.mail,
    ...(token ? { token } : {}),
  };
}
