import { parseHttpPort } from '../command-line/http-port.ts';
import { readOptions } from '../command-line/read-options.ts';
import { deadLetterQueues, findDeadLetterQueue } from './dead-letter-queues.ts';
import type { DeadLetterQueue } from './dead-letter-queues.ts';
import { OpsError } from './ops-error.ts';
import { spellOutLocal } from './where-options.ts';

export const opsHelp = `Usage: npm run ops -- <command> [options]

Commands:
  letters                lists the dead-letter queues with counts and reasons, never bodies
  letters --export FILE  writes all letters to FILE, one JSON object a line. It will hold personal data:
                         keep it where only you can read it, and delete it afterwards
  redrive                sends the letters again: messages to their queue, events that no rule knew to the bus.
                         Consumers know what they have seen, so that one sent twice counts once
    --queue NAME         only this queue, e.g. orders
    --corrected FILE     with the bodies of this file (as exported, then edited) in place of the present ones;
                         "body": null drops a letter
    --wait SECONDS       how long to watch for letters that come back (default 15)
  access ...             grants and ends the access of shops, one or many: see access --help
  report retaliation     lists shops whose blocking looks retaliatory: see report --help

Where:
  --stage STAGE          the stage, e.g. prod (default SSC_STAGE), with the credentials of the environment
  --local [PORT]         what npm start runs on PORT (default 3000)
  --endpoint URL         another AWS endpoint

Ends with 1 when a letter is left or something failed, with 2 when it cannot read the command line.`;

export interface OpsOptions {
  readonly stage: string;
  /** Of AWS's own, when absent. */
  readonly endpoint?: string;
  /** The local product, whose credentials everybody knows. */
  readonly local: boolean;
  /** One queue, or all. */
  readonly queue?: DeadLetterQueue;
  readonly command:
    | { readonly name: 'letters'; readonly exportTo?: string }
    | { readonly name: 'redrive'; readonly corrected?: string; readonly waitSeconds: number };
}

/**
 * Reads the command line; `'help'` when that is what was asked for.
 *
 * @throws OpsError naming what is unknown, wrong or missing.
 */
export function parseOps(
  args: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
): OpsOptions | 'help' {
  const { values, positionals } = read(args);
  if (values.help || (positionals.length === 0 && args.length === 0)) return 'help';
  const localPort = values.local === undefined ? undefined : parseHttpPort('--local', values.local);
  const stage = values.stage ?? (localPort === undefined ? environment['SSC_STAGE'] : 'local');
  if (!stage) throw new OpsError('Say which deployment: --stage STAGE, or --local for the one on this machine.');
  if (!/^[a-z0-9-]{1,32}$/.test(stage)) throw new OpsError(`--stage: "${stage}" is no stage's name.`);
  if (localPort !== undefined && values.endpoint !== undefined)
    throw new OpsError('--local and --endpoint both say where: leave one out.');
  const endpoint = localPort === undefined ? values.endpoint : `http://127.0.0.1:${localPort + 1}`;
  if (endpoint !== undefined && !/^https?:\/\//.test(endpoint))
    throw new OpsError(`--endpoint: must be an http URL, not "${endpoint}".`);
  return {
    stage,
    local: localPort !== undefined,
    command: parseCommand(positionals, values),
    ...(endpoint === undefined ? {} : { endpoint }),
    ...(values.queue === undefined ? {} : { queue: parseQueue(stage, values.queue) }),
  };
}

type Values = ReturnType<typeof read>['values'];

function parseCommand(positionals: readonly string[], values: Values): OpsOptions['command'] {
  const [name, ...rest] = positionals;
  if (rest.length > 0) throw new OpsError(`"${rest[0]}" is one word too many. See --help.`);
  const misplaced = (option: string, command: string) => new OpsError(`${option} belongs to ${command}. See --help.`);
  if (name === 'letters') {
    if (values.corrected !== undefined) throw misplaced('--corrected', 'redrive');
    if (values.wait !== undefined) throw misplaced('--wait', 'redrive');
    return { name, ...(values.export === undefined ? {} : { exportTo: values.export }) };
  }
  if (name === 'redrive') {
    if (values.export !== undefined) throw misplaced('--export', 'letters');
    const waitSeconds = Number(values.wait ?? '15');
    if (!Number.isInteger(waitSeconds) || waitSeconds < 0 || waitSeconds > 3600)
      throw new OpsError('--wait: must be a whole number of seconds, 3600 at most.');
    return { name, waitSeconds, ...(values.corrected === undefined ? {} : { corrected: values.corrected }) };
  }
  throw new OpsError(`There is no command "${name ?? ''}": letters and redrive are the two. See --help.`);
}

function parseQueue(stage: string, meant: string): DeadLetterQueue {
  const queue = findDeadLetterQueue(stage, meant);
  if (queue) return queue;
  const known = deadLetterQueues.map(({ name }) => name).join(', ');
  throw new OpsError(`--queue: there is no dead-letter queue "${meant}". Known are ${known}.`);
}

function read(args: readonly string[]) {
  return readOptions(
    {
      args: spellOutLocal(args),
      allowPositionals: true,
      options: {
        stage: { type: 'string' },
        local: { type: 'string' },
        endpoint: { type: 'string' },
        queue: { type: 'string' },
        export: { type: 'string' },
        corrected: { type: 'string' },
        wait: { type: 'string' },
        help: { type: 'boolean', short: 'h', default: false },
      },
    },
    '--help',
  );
}
