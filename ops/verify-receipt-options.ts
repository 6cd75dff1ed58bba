import { readOptions } from '../shared/command-line/read-options.ts';
import { OpsError } from './ops-error.ts';
import { refuseMore } from './where-options.ts';

export const verifyReceiptHelp = `Usage: npm run ops -- verify-receipt FILE --keys FILE [--json]

Says whether the receipt of a waiver is what Seller Security Center has signed, and what it says. Nothing is asked over
the network: anybody can do this who has the two files.

  FILE                   the receipt, as the seller was given it
  --keys FILE            the keys, as GET /v1/waiver-keys of the stage answers
  --json                 what the receipt says, as JSON

Ends with 0 for a valid receipt, with 1 for one that is not, and with 2 where a file cannot be read.`;

export interface VerifyReceiptOptions {
  readonly receipt: string;
  readonly keys: string;
  readonly json: boolean;
}

/**
 * Reads what follows the word `verify-receipt`; `'help'` when that is what was asked for.
 *
 * @throws OpsError naming what is missing; UsageError for what is unknown.
 */
export function parseVerifyReceipt(args: readonly string[]): VerifyReceiptOptions | 'help' {
  const options = {
    keys: { type: 'string' },
    json: { type: 'boolean', default: false },
    help: { type: 'boolean', short: 'h', default: false },
  } as const;
  const { values, positionals } = readOptions(
    { args: [...args], allowPositionals: true, options } as const,
    'verify-receipt --help',
  );
  if (values.help || args.length === 0) return 'help';
  const [receipt, ...more] = positionals;
  refuseMore(more, 'verify-receipt --help');
  if (receipt === undefined) throw new OpsError('Say which receipt: the file that the seller was given.');
  if (values.keys === undefined) throw new OpsError('Say by which keys: --keys FILE, as GET /v1/waiver-keys answers.');
  return { receipt, keys: values.keys, json: values.json };
}
