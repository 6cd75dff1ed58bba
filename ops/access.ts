import { runAccess } from './access-command.ts';
import { accessHelp, parseAccess } from './access-options.ts';
import { openServiceApi } from './find-service.ts';
import { grantMany } from './grant-many.ts';
import { stopOnSignals } from './stop-signal.ts';

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
    const screen = process.stderr;
    const stop = stopOnSignals({
      signals: process,
      say: (line) => void screen.write(`\n${line}\n`),
      // As the shell calls what ended by Ctrl-C.
      end: () => process.exit(130),
      now: () => performance.now(),
    });
    const progress = {
      terminal: screen.isTTY && process.env['TERM'] !== 'dumb',
      columns: screen.columns,
      write: (text: string) => void screen.write(text),
    };
    return grantMany(command, { ...(api ? { api } : {}), write, progress, stop });
  }
  if (api) await runAccess(api, command, write);
  return true;
}
