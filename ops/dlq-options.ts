import { parseHttpPort } from '../shared/command-line/http-port.ts';
import { wholeNumber } from '../shared/command-line/read-options.ts';
import { deadLetterQueues, findDeadLetterQueue } from './dead-letter-queues.ts';
import type { DeadLetterQueue } from './dead-letter-queues.ts';
import { OpsError } from './ops-error.ts';
import { checkStage, readOpsOptions, refuseMore } from './where-options.ts';
import type { Environment } from './where-options.ts';

export const opsHelp = `Usage: npm run ops -- <command> [options]

Commands:
  dlq list               lists the dead-letter queues with counts and reasons, never bodies
    --export FILE        writes all dead letters to FILE, one JSON object a line. It will hold personal data:
                         keep it where only you can read it, and delete it afterwards
  dlq redrive            sends the dead letters again: messages to their queue, events that no rule knew to the bus.
                         Consumers know what they have seen, so that one sent twice counts once
    --queue NAME         only this queue, e.g. orders
    --corrected FILE     with the bodies of this file (as exported, then edited) in place of the present ones;
                         "body": null drops a dead letter
    --wait SECONDS       how long to watch for dead letters that come back (default 15)
  access ...             grants and ends the access of shops, one or many: see access --help
  report retaliation     lists shops whose blocking looks retaliatory: see report --help
  rebuild                mends markers, coverage, rosters and counts from what they are derived from: see rebuild --help
  replay                 sends archived events to the consumers again: see replay --help
  restore                puts a table of an earlier instant in the place of the present one: see restore --help
  smoke                  sends a canary shop through the whole product, e.g. after a deployment: see smoke --help

Where:
  --stage STAGE          the stage, e.g. prod (default SSC_STAGE), with the credentials of the environment
  --local [PORT]         what npm start runs on PORT (default 3000)
  --endpoint URL         another AWS endpoint

The earlier names letters and redrive stand for dlq list and dlq redrive.
Ends with 1 when a dead letter is left or something failed, with 2 when it cannot read the command line.`;

export interface DlqOptions {
  readonly stage: string;
  /** Of AWS's own, when absent. */
  readonly endpoint?: string;
  /** The local product, whose credentials everybody knows. */
  readonly local: boolean;
  /** One queue, or all. */
  readonly queue?: DeadLetterQueue;
  readonly command:
    | { readonly name: 'dlq list'; readonly exportTo?: string }
    | { readonly name: 'dlq redrive'; readonly corrected?: string; readonly waitSeconds: number };
}

/**
 * Reads the command line; `'help'` when that is what was asked for.
 *
 * @throws OpsError or UsageError naming what is unknown, wrong or missing.
 */
export function parseDlq(args: readonly string[], environment: Environment): DlqOptions | 'help' {
  // Before its options, which belong to the command that was meant.
  const [word = ''] = args;
  if (/^[^-]/.test(word) && word !== 'dlq' && !Object.hasOwn(aliases, word)) throw noSuchCommand(word);
  const { values, positionals } = read(args);
  if (values.help || (positionals.length === 0 && args.length === 0)) return 'help';
  const command = parseCommand(positionals, values);
  const localPort = values.local === undefined ? undefined : parseHttpPort('--local', values.local);
  const stage = values.stage ?? (localPort === undefined ? environment['SSC_STAGE'] : 'local');
  if (!stage) throw new OpsError('Say which deployment: --stage STAGE, or --local for the one on this machine.');
  checkStage(stage);
  if (localPort !== undefined && values.endpoint !== undefined)
    throw new OpsError('--local and --endpoint both say where: leave one out.');
  const endpoint = localPort === undefined ? values.endpoint : `http://127.0.0.1:${localPort + 1}`;
  if (endpoint !== undefined && !/^https?:\/\//.test(endpoint))
    throw new OpsError(`--endpoint: must be an http URL, not "${endpoint}".`);
  return {
    stage,
    local: localPort !== undefined,
    command,
    ...(endpoint === undefined ? {} : { endpoint }),
    ...(values.queue === undefined ? {} : { queue: parseQueue(stage, values.queue) }),
  };
}

type Values = ReturnType<typeof read>['values'];

/** What people who learnt the earlier names type. */
const aliases: Readonly<Record<string, string>> = { letters: 'dlq list', redrive: 'dlq redrive' };

function parseCommand(positionals: readonly string[], values: Values): DlqOptions['command'] {
  const [first = '', second] = positionals;
  const isTwoWords = first === 'dlq' && second !== undefined;
  const name = isTwoWords ? `dlq ${second}` : (aliases[first] ?? first);
  refuseMore(positionals.slice(isTwoWords ? 2 : 1), '--help');
  const misplaced = (option: string, command: string) => new OpsError(`${option} belongs to ${command}. See --help.`);
  if (name === 'dlq list') {
    if (values.corrected !== undefined) throw misplaced('--corrected', 'dlq redrive');
    if (values.wait !== undefined) throw misplaced('--wait', 'dlq redrive');
    return { name, ...(values.export === undefined ? {} : { exportTo: values.export }) };
  }
  if (name === 'dlq redrive') {
    if (values.export !== undefined) throw misplaced('--export', 'dlq list');
    const waitSeconds = wholeNumber('--wait', values.wait ?? '15', 0, 3600);
    return { name, waitSeconds, ...(values.corrected === undefined ? {} : { corrected: values.corrected }) };
  }
  throw noSuchCommand(name);
}

function noSuchCommand(name: string): OpsError {
  return new OpsError(
    `There is no command "${name}": dlq list, dlq redrive, access, rebuild, replay, report, restore and smoke are known. See --help.`,
  );
}

function parseQueue(stage: string, meant: string): DeadLetterQueue {
  const queue = findDeadLetterQueue(stage, meant);
  if (queue) return queue;
  const known = deadLetterQueues.map(({ name }) => name).join(', ');
  throw new OpsError(`--queue: there is no dead-letter queue "${meant}". Known are ${known}.`);
}

function read(args: readonly string[]) {
  const own = {
    endpoint: { type: 'string' },
    queue: { type: 'string' },
    export: { type: 'string' },
    corrected: { type: 'string' },
    wait: { type: 'string' },
  } as const;
  return readOpsOptions(args, own, '--help');
}
