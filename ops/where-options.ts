import { isBlockedPort, parseHttpPort } from '../command-line/http-port.ts';
import type { Where } from './find-service.ts';
import { OpsError } from './ops-error.ts';

/**
 * Which deployment a command is about, by `--stage`, `--url` or `--local`, or by SSC_STAGE; `undefined` when nothing says.
 *
 * @throws OpsError naming what is wrong, or more than one of them.
 */
export function parseWhere(
  { stage, url, local }: { readonly stage?: string; readonly url?: string; readonly local?: string },
  environment: Readonly<Record<string, string | undefined>>,
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
  if (!named) return undefined;
  if (!/^[a-z0-9-]{1,32}$/.test(named)) throw new OpsError(`--stage: "${named}" is no stage's name.`);
  return { type: 'stage', stage: named };
}

/** `--local` may stand without its port, which options of `parseArgs` cannot. */
export function spellOutLocal(args: readonly string[]): string[] {
  return args.map((arg, index) => (arg === '--local' && !/^\d+$/.test(args[index + 1] ?? '') ? '--local=3000' : arg));
}
