import { closeSync, openSync, readFileSync, writeSync } from 'node:fs';
import { EventBridgeClient } from '@aws-sdk/client-eventbridge';
import { SQSClient } from '@aws-sdk/client-sqs';
import { NodeHttpHandler } from '@smithy/node-http-handler';
import { access } from './access.ts';
import { readAwsSettings } from './aws-environment.ts';
import { parseCorrections } from './corrections.ts';
import { listLetters } from './dlq-list-command.ts';
import { OpsError } from './ops-error.ts';
import { opsHelp, parseOps } from './ops-options.ts';
import type { OpsOptions } from './ops-options.ts';
import { redrive } from './dlq-redrive-command.ts';
import { report } from './report.ts';
import { ServiceRefusal } from './service-refusal.ts';

/** `npm run ops`: what people do about letters in the dead-letter queues, and about the access of shops. */

const write = (line: string) => void process.stdout.write(`${line}\n`);
// Whoever reads has read enough, as `… | head` has: what is under way goes on.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

try {
  const [word, ...rest] = process.argv.slice(2);
  const commands: Readonly<Record<string, typeof report>> = { access, report };
  const command = word !== undefined && Object.hasOwn(commands, word) ? commands[word] : undefined;
  const done = command ? await command(rest) : await work(process.argv.slice(2));
  if (!done) process.exitCode = 1;
} catch (error) {
  process.stderr.write(`${describe(error)}\n`);
  process.exitCode = error instanceof OpsError ? 2 : 1;
}

async function work(args: readonly string[]): Promise<boolean> {
  const options = parseOps(args, process.env);
  if (options !== 'help') return run(options);
  write(opsHelp);
  return true;
}

async function run(options: OpsOptions): Promise<boolean> {
  const { stage, queue, command } = options;
  const settings = clientSettings(options);
  const sqs = new SQSClient(settings);
  const context = { sqs, stage, write, ...(queue ? { queue } : {}) };
  if (command.name === 'redrive') {
    const { corrected, waitSeconds } = command;
    const corrections = corrected === undefined ? new Map() : parseCorrections(corrected, readText(corrected));
    return redrive({ ...context, events: new EventBridgeClient(settings), corrections, waitSeconds });
  }
  if (command.exportTo === undefined) {
    await listLetters(context);
    return true;
  }
  await exportLetters(context, command.exportTo);
  return true;
}

async function exportLetters(context: Parameters<typeof listLetters>[0], file: string): Promise<void> {
  // Readable by nobody else, and never over a file that somebody may still need.
  const descriptor = open(file);
  try {
    await listLetters(context, (line) => void writeSync(descriptor, `${line}\n`));
  } finally {
    closeSync(descriptor);
  }
  write(`${file} holds personal data: delete it when you are done.`);
}

function open(file: string): number {
  try {
    return openSync(file, 'wx', 0o600);
  } catch (error) {
    throw new OpsError(`${file} cannot be made: ${(error as Error).message}. Name a file that is not there yet.`, {
      cause: error,
    });
  }
}

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw new OpsError(`${file} cannot be read: ${(error as Error).message}`, { cause: error });
  }
}

function clientSettings({ endpoint, local }: OpsOptions) {
  return {
    maxAttempts: 5,
    // Longer than the longest poll.
    requestHandler: new NodeHttpHandler({
      connectionTimeout: 3000,
      requestTimeout: 15_000,
      throwOnRequestTimeout: true,
    }),
    ...(endpoint === undefined ? {} : { endpoint }),
    ...(local
      ? { region: 'us-east-1', credentials: { accessKeyId: 'ops', secretAccessKey: 'local' } }
      : readAwsSettings(process.env)),
  };
}

/** The SDK's errors in words that say what to do. */
function describe(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { code } = error as { code?: string };
  if (code === 'ECONNREFUSED') return `Nothing answers there (${error.message}). Is npm start running on that port?`;
  if (error.name === 'CredentialsProviderError')
    return `${error.message}. Set AWS_PROFILE, or the keys of a role that may do what ssc-<stage>-ops may.`;
  if (error.message.includes('Region is missing'))
    return 'Say which region: set AWS_REGION or AWS_DEFAULT_REGION, or give the profile one.';
  if (/AccessDenied/.test(error.name)) return `${error.message}. Take the role ssc-<stage>-ops.`;
  return error instanceof OpsError || error instanceof ServiceRefusal
    ? error.message
    : `${error.name}: ${error.message}`;
}
