import { print } from './printable.ts';
import { checkReceipt } from './verify-receipt-command.ts';
import { parseVerifyReceipt, verifyReceiptHelp } from './verify-receipt-options.ts';

/**
 * `npm run ops -- verify-receipt`, with what follows the word.
 *
 * @returns whether the receipt is valid.
 */
export async function verifyReceiptOf(args: readonly string[]): Promise<boolean> {
  const options = parseVerifyReceipt(args);
  if (options !== 'help') return checkReceipt(options, print);
  print(verifyReceiptHelp);
  return true;
}
