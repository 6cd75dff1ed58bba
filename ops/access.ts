import { runAccess } from './access-command.ts';
import { accessHelp, parseAccess } from './access-options.ts';
import { openServiceApi } from './find-service.ts';
import { grantMany } from './grant-many.ts';
import { print } from './printable.ts';
import { stopOnSignals } from './stop-signal.ts';

/**
 * `npm run ops -- access …`: who has Seller Security Center.
 *
 * @returns whether all of it was done.
 */
export async function access(args: readonly string[]): Promise<boolean> {
  const options = parseAccess(args, process.env);
  if (options === 'help') {
    print(accessHelp);
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
    return grantMany(command, { ...(api ? { api } : {}), write: print, progress, stop });
  }
  if (api) await runAccess(api, command, print);
  return true;
}
