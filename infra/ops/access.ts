import { runAccess } from './access-command.ts';
import { accessHelp, parseAccess } from './access-options.ts';
import { openServiceApi } from './find-service.ts';
import { grantMany } from './grant-many.ts';

/**
 * `npm run ops -- access …`: who has Seller Security Center.
 *
 * @returns whether all of it was done.
 */
export async function access(args: readonly string[]): Promise<boolean> {
  const write = (line: string) => void process.stdout.write(`${line}\n`);
  const options = parseAccess(args, process.env);
  if (options === 'help') {
    write(accessHelp);
    return true;
  }
  const { command, where } = options;
  const api = where && !(command.name === 'grant-many' && command.dryRun) ? await openServiceApi(where) : undefined;
  if (command.name === 'grant-many') {
    const stop = new AbortController();
    // The second Ctrl-C ends it on the spot: what was in flight is then asked again by the next run.
    process.once('SIGINT', () => stop.abort());
    const progress = {
      terminal: process.stderr.isTTY,
      write: (text: string) => void process.stderr.write(text),
    };
    return grantMany(command, { ...(api ? { api } : {}), write, progress, stop: stop.signal });
  }
  if (api) await runAccess(api, command, write);
  return true;
}
