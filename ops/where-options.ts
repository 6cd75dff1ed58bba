import { isBlockedPort, parseHttpPort } from '../shared/command-line/http-port.ts';
import { readOptions } from '../shared/command-line/read-options.ts';
import type { Where } from './find-service.ts';
import { OpsError } from './ops-error.ts';

export type Environment = Readonly<Record<string, string | undefined>>;

/** What every command takes. */
const shared = {
  stage: { type: 'string' },
  local: { type: 'string' },
  help: { type: 'boolean', short: 'h', default: false },
} as const;

type OptionConfigs = NonNullable<Parameters<typeof readOptions>[0]['options']>;

/**
 * Reads a command's options with `--stage`, `--local` and `--help`, which all commands take.
 *
 * @param help where all options are told, e.g. `access --help`.
 * @throws UsageError naming the option that is unknown or wrong.
 */
export function readOpsOptions<const Own extends OptionConfigs>(args: readonly string[], own: Own, help: string) {
  const options = { ...shared, ...own };
  return readOptions({ args: spellOutLocal(args), allowPositionals: true, options } as const, help);
}

/** `--local` may stand without its port, which options of `parseArgs` cannot. */
export function spellOutLocal(args: readonly string[]): string[] {
  return args.map((arg, index) => (arg === '--local' && !/^\d+$/.test(args[index + 1] ?? '') ? '--local=3000' : arg));
}

/**
 * Which deployment a command is about, by `--stage`, `--url` or `--local`, or by SSC_STAGE; `undefined` when nothing says.
 *
 * @throws OpsError naming what is wrong, or more than one of them; UsageError for a port that is none.
 */
export function parseWhere(
  { stage, url, local }: { readonly stage?: string; readonly url?: string; readonly local?: string },
  environment: Environment,
): Where | undefined {
  if ([stage, url, local].filter((one) => one !== undefined).length > 1)
    throw new OpsError('--stage, --url and --local all say where: give one of them.');
  if (local !== undefined) return { type: 'local', port: parseHttpPort('--local', local) };
  if (url !== undefined) {
    if (!URL.canParse(url) || !/^https?:\/\//.test(url)) throw new OpsError('--url: must be an http URL.');
    const { port } = new URL(url);
    if (isBlockedPort(Number(port)))
      throw new OpsError(`--url: fetch refuses port ${port}, which belongs to another protocol than HTTP.`);
    return { type: 'url', url };
  }
  const named = stage ?? environment['SSC_STAGE'];
  return named ? { type: 'stage', stage: checkStage(named) } : undefined;
}

/** As `parseWhere`. @throws OpsError also when nothing says. */
export function requireWhere(given: Parameters<typeof parseWhere>[0], environment: Environment): Where {
  const where = parseWhere(given, environment);
  if (where) return where;
  throw new OpsError('Say which deployment: --stage STAGE, --url URL, or --local for the one on this machine.');
}

/** @throws OpsError for what cannot be a stage's name. */
export function checkStage(name: string): string {
  if (/^[a-z0-9-]{1,32}$/.test(name)) return name;
  throw new OpsError(`--stage: "${name}" is no stage's name.`);
}

/** @throws OpsError for a word beyond those that a command has. */
export function refuseMore(words: readonly string[], help: string): void {
  if (words[0] !== undefined) throw new OpsError(`"${words[0]}" is one word too many. See ${help}.`);
}
