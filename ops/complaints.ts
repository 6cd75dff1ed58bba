import { runComplaints } from './complaints-command.ts';
import { complaintsHelp, parseComplaints } from './complaints-options.ts';
import { openServiceApi } from './find-service.ts';
import { print } from './printable.ts';

/**
 * `npm run ops -- complaints`, with what follows the word.
 *
 * @returns `true`: what could not be done throws.
 */
export async function complaints(args: readonly string[]): Promise<boolean> {
  const options = parseComplaints(args, process.env);
  if (options === 'help') print(complaintsHelp);
  else await runComplaints(await openServiceApi(options.where), options.command, print);
  return true;
}
