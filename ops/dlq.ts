import { closeSync, openSync, readFileSync, writeSync } from 'node:fs';
import { EventBridgeClient } from '@aws-sdk/client-eventbridge';
import { SQSClient } from '@aws-sdk/client-sqs';
import { clientSettings } from './client-settings.ts';
import { parseCorrections } from './corrections.ts';
import { listDeadLetters } from './dlq-list-command.ts';
import { opsHelp, parseDlq } from './dlq-options.ts';
import type { DlqOptions } from './dlq-options.ts';
import { redrive } from './dlq-redrive-command.ts';
import { print } from './printable.ts';
import { OpsError } from './ops-error.ts';

/**
 * `npm run ops -- dlq …`: what people do about dead letters; and the help for all commands.
 *
 * @param args with the words of the command, which options may stand before.
 * @returns whether nothing is left.
 */
export async function dlq(args: readonly string[]): Promise<boolean> {
  const options = parseDlq(args, process.env);
  if (options !== 'help') return run(options);
  print(opsHelp);
  return true;
}

async function run(options: DlqOptions): Promise<boolean> {
  const { stage, queue, command } = options;
  const settings = clientSettings({ endpoint: options.endpoint, isLocal: options.local });
  const sqs = new SQSClient(settings);
  const context = { sqs, stage, write: print, ...(queue ? { queue } : {}) };
  if (command.name === 'dlq redrive') {
    const { corrected, waitSeconds } = command;
    const corrections = corrected === undefined ? new Map() : parseCorrections(corrected, readText(corrected));
    return redrive({ ...context, events: new EventBridgeClient(settings), corrections, waitSeconds });
  }
  if (command.exportTo === undefined) {
    await listDeadLetters(context);
    return true;
  }
  await exportDeadLetters(context, command.exportTo);
  return true;
}

async function exportDeadLetters(context: Parameters<typeof listDeadLetters>[0], file: string): Promise<void> {
  // Readable by nobody else, and never over a file that somebody may still need.
  const descriptor = open(file);
  try {
    await listDeadLetters(context, (line) => void writeSync(descriptor, `${line}\n`));
  } finally {
    closeSync(descriptor);
  }
  print(`${file} holds personal data: delete it when you are done.`);
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
