import { openServiceApi } from './find-service.ts';
import { printRetaliation } from './report-command.ts';
import { parseReport, reportHelp } from './report-options.ts';

/**
 * `npm run ops -- report`, with what follows the word.
 *
 * @returns `true`: a report that could not be made throws.
 */
export async function report(args: readonly string[]): Promise<boolean> {
  const write = (line: string) => void process.stdout.write(`${line}\n`);
  const options = parseReport(args, process.env);
  if (options === 'help') write(reportHelp);
  else await printRetaliation(await openServiceApi(options.where), options, write);
  return true;
}
