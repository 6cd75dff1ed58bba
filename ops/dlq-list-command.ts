import type { SQSClient } from '@aws-sdk/client-sqs';
import type { DeadLetterQueue } from './dead-letter-queues.ts';
import { deadLetterQueues } from './dead-letter-queues.ts';
import { openQueue } from './dead-letter-queue.ts';
import { peekDeadLetters, summarizeReasons } from './peek-dead-letters.ts';
import { renderTable } from './text-table.ts';

export interface CommandContext {
  readonly sqs: SQSClient;
  readonly stage: string;
  /** One queue, or all. */
  readonly queue?: DeadLetterQueue;
  readonly write: (line: string) => void;
}

/**
 * Lists the queues with counts and reasons, and hands each dead letter over as a line of JSON to `exportLine`. What is
 * printed is never from a body.
 */
export async function listDeadLetters(
  { sqs, stage, queue, write }: CommandContext,
  exportLine?: (line: string) => void,
): Promise<void> {
  // Each queue is waited for until it has no more: all at once, or it takes a second a queue. What one reads it releases, though another fails.
  const read = await Promise.allSettled((queue ? [queue] : deadLetterQueues).map((one) => readQueue(sqs, stage, one)));
  const rows = [['queue', 'dead letters', 'reasons']];
  for (const outcome of read) {
    if (outcome.status === 'rejected') throw outcome.reason;
    rows.push(outcome.value.row);
    for (const line of outcome.value.lines) exportLine?.(line);
  }
  write(renderTable(rows));
}

async function readQueue(
  sqs: SQSClient,
  stage: string,
  { name, kind }: DeadLetterQueue,
): Promise<{ readonly row: string[]; readonly lines: readonly string[] }> {
  const opened = await openQueue(sqs, stage, name);
  const { waiting, busy } = await opened.counts();
  const deadLetters = waiting > 0 ? await peekDeadLetters(opened, kind) : [];
  const inWork = busy > 0 ? `somebody else looks at ${busy} more` : '';
  return {
    row: [opened.name, String(deadLetters.length), [summarizeReasons(deadLetters), inWork].filter(Boolean).join('; ')],
    lines: deadLetters.map(({ messageId, reason, detail, body }) =>
      JSON.stringify({ queue: name, messageId, reason, detail, body }),
    ),
  };
}
