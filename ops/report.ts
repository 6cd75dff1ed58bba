import { openServiceApi } from './find-service.ts';
import { printRetaliation } from './report-command.ts';
import { print } from './printable.ts';
import { parseReport, reportHelp } from './report-options.ts';

/**
 * `npm run ops -- report`, with what follows the word.
 *
 * @returns `true`: a report that could not be made throws.
 */
export async function report(args: readonly string[]): Promise<boolean> {
  const options = parseReport(args, process.env);
  if (options === 'help') print(reportHelp);
  else await printRetaliation(await openServiceApi(options.where), options, print);
  return true;
}
