import { UsageError } from '../shared/command-line/usage-error.ts';
import { access } from './access.ts';
import { complaints } from './complaints.ts';
import { dlq } from './dlq.ts';
import { OpsError } from './ops-error.ts';
import { oneLine } from './printable.ts';
import { rebuild } from './rebuild.ts';
import { replay } from './replay.ts';
import { report } from './report.ts';
import { restore } from './restore.ts';
import { smoke } from './smoke.ts';
import { verifyReceiptOf } from './verify-receipt.ts';
import { ServiceRefusal } from './service-refusal.ts';

/** `npm run ops`: what people do about dead letters, about the access of shops and their complaints; and the check of a receipt. */

// The reader has read enough, as `… | head` has: what is under way goes on.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

try {
  const args = process.argv.slice(2);
  const commands: Readonly<Record<string, typeof report>> = {
    ...{ access, complaints, rebuild, replay, report, restore, smoke },
    'verify-receipt': verifyReceiptOf,
  };
  const [word = ''] = args;
  const command = Object.hasOwn(commands, word) ? commands[word] : undefined;
  const done = command ? await command(args.slice(1)) : await dlq(args);
  if (!done) process.exitCode = 1;
} catch (error) {
  process.stderr.write(`${oneLine(describe(error))}\n`);
  process.exitCode = error instanceof OpsError || error instanceof UsageError ? 2 : 1;
}

/** The SDK's errors in words that say what to do. */
function describe(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { code } = error as { code?: string };
  if (code === 'ECONNREFUSED') return `Nothing answers there (${error.message}). Is npm start running on that port?`;
  if (error.name === 'CredentialsProviderError')
    return `${error.message}. Set AWS_PROFILE, or the keys of a role that may do what ssc-<stage>-ops-<region> may.`;
  if (error.message.includes('Region is missing'))
    return 'Say which region: set AWS_REGION or AWS_DEFAULT_REGION, or give the profile one.';
  if (/AccessDenied/.test(error.name)) return `${error.message}. Take the role ssc-<stage>-ops-<region>.`;
  const saysAll = [OpsError, UsageError, ServiceRefusal].some((known) => error instanceof known);
  return saysAll ? error.message : `${error.name}: ${error.message}`;
}
