import { parseHttpPort } from '../../shared/command-line/http-port.ts';
import { routedQueues } from '../../infra/names.ts';
import { OpsError } from '../ops-error.ts';
import { checkStage, readOpsOptions, refuseMore } from '../where-options.ts';
import type { Environment } from '../where-options.ts';

export const replayHelp = `Usage: npm run ops -- replay --from TIME [options]

Sends archived events of the bus to the consumers again: after a restore, or where a consumer lost some. Consumers know what
they have seen, and each event goes by its own time and revision, so that one that was taken before changes nothing. Other
subscribers of the bus get nothing. Events of marketplace.identity are not archived: the marketplace has to put those again.

  --from TIME            the first instant, RFC 3339
  --to TIME              the last instant (default: now)
  --queue NAME           only to this consumer, e.g. orders; once for each. All that hear the marketplace without it
  --own                  our own events, too: block events for the coverage, alerts for notices and the live feed.
                         What consumers know of those ends after 30 days: an earlier --from is refused

Ctrl-C ends the replay, and says from where to go on.

Where:
  --stage STAGE          the stage, e.g. prod (default SSC_STAGE), with the credentials of the environment
  --local [PORT]         what npm start runs on PORT (default 3000)

Ends with 1 when the replay did not come to its end, with 2 when it cannot read the command line.`;

export interface ReplayOptions {
  readonly stage: string;
  /** Of the local product. */
  readonly endpoint?: string;
  readonly from: Date;
  readonly to: Date;
  /** Queues whose rules get the events. */
  readonly queues: readonly string[];
}

/** What the consumers of our own events remember: notices and entries of the feed are kept so long. */
const ownMemoryMilliseconds = 29 * 86_400_000;

/**
 * Reads what follows the word `replay`; `'help'` when that is what was asked for.
 *
 * @throws OpsError or UsageError naming what is unknown, wrong or missing.
 */
export function parseReplay(
  args: readonly string[],
  environment: Environment,
  now: number = Date.now(),
): ReplayOptions | 'help' {
  const own = {
    from: { type: 'string' },
    to: { type: 'string' },
    queue: { type: 'string', multiple: true },
    own: { type: 'boolean', default: false },
  } as const;
  const { values, positionals } = readOpsOptions(args, own, 'replay --help');
  if (values.help || args.length === 0) return 'help';
  refuseMore(positionals, 'replay --help');
  const port = values.local === undefined ? undefined : parseHttpPort('--local', values.local);
  const stage = values.stage ?? (port === undefined ? environment['SSC_STAGE'] : 'local');
  if (!stage) throw new OpsError('Say which deployment: --stage STAGE, or --local for the one on this machine.');
  checkStage(stage);
  if (values.from === undefined) throw new OpsError('Say from when: --from TIME.');
  const from = parseInstant('--from', values.from);
  const to = values.to === undefined ? new Date(now) : parseInstant('--to', values.to);
  if (from >= to) throw new OpsError('--from: must be before --to.');
  const chosen = chooseQueues(values.queue, values.own);
  if (chosen.some(({ source }) => source === 'ssc') && now - from.getTime() > ownMemoryMilliseconds)
    throw new OpsError('--from: our own events are known to their consumers for 30 days; ask for 29 at most.');
  const queues = chosen.map(({ queue }) => queue);
  return { stage, from, to, queues, ...(port === undefined ? {} : { endpoint: `http://127.0.0.1:${port + 1}` }) };
}

function chooseQueues(named: readonly string[] | undefined, own: boolean): typeof routedQueues {
  const possible = routedQueues.filter(({ source }) => source !== 'marketplace.identity');
  if (named === undefined) return possible.filter(({ source }) => own || source !== 'ssc');
  return named.map((name) => {
    const queue = possible.find((one) => one.queue === name);
    if (queue) return queue;
    const known = possible.map((one) => one.queue).join(', ');
    throw new OpsError(`--queue: no archived event goes to "${name}". Known are ${known}.`);
  });
}

function parseInstant(option: string, text: string): Date {
  const at = new Date(text);
  if (/^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)$/.test(text) && !Number.isNaN(at.getTime()))
    return at;
  throw new OpsError(`${option}: must be an instant with its offset, e.g. 2026-01-15T10:00:00Z, not "${text}".`);
}
