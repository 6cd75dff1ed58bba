import type { SQSClient } from '@aws-sdk/client-sqs';
import { type DeadLetterQueue, deadLetterQueues } from './dead-letter-queues.ts';
import { openLetterQueue } from './letter-queue.ts';
import { peekLetters, summarizeReasons } from './peek-letters.ts';
import { renderTable } from './text-table.ts';

export interface CommandContext {
  readonly sqs: SQSClient;
  readonly stage: string;
  /** One queue, or all. */
  readonly queue?: DeadLetterQueue;
  readonly write: (line: string) => void;
}

/**
 * Lists the queues with counts and reasons, and hands each letter over as a line of JSON to `exportLine`. What is
 * printed is never from a body.
 */
export async function listLetters(
  { sqs, stage, queue, write }: CommandContext,
  exportLine?: (line: string) => void,
): Promise<void> {
  const rows = [['queue', 'letters', 'reasons']];
  for (const { name, kind } of queue ? [queue] : deadLetterQueues) {
    const opened = await openLetterQueue(sqs, stage, name);
    const { waiting, busy } = await opened.counts();
    const letters = waiting > 0 ? await peekLetters(opened, kind) : [];
    for (const { messageId, reason, detail, body } of letters)
      exportLine?.(JSON.stringify({ queue: name, messageId, reason, detail, body }));
    const inWork = busy > 0 ? `${busy} more are being looked at by somebody else` : '';
    rows.push([opened.name, String(letters.length), [summarizeReasons(letters), inWork].filter(Boolean).join('; ')]);
  }
  write(renderTable(rows));
}
