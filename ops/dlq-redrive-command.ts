import { setTimeout as sleep } from 'node:timers/promises';
import type { EventBridgeClient } from '@aws-sdk/client-eventbridge';
import type { Corrections } from './corrections.ts';
import type { DeadLetterQueue } from './dead-letter-queues.ts';
import { deadLetterQueues } from './dead-letter-queues.ts';
import { counted } from './counted.ts';
import { createEventForwarder } from './event-forwarder.ts';
import type { OpenQueue } from './dead-letter-queue.ts';
import { openQueue } from './dead-letter-queue.ts';
import type { CommandContext } from './dlq-list-command.ts';
import { peekDeadLetters, summarizeReasons } from './peek-dead-letters.ts';
import { oneLine } from './printable.ts';
import { redriveQueue } from './redrive-queue.ts';
import type { RedriveResult } from './redrive-queue.ts';
import { renderTable } from './text-table.ts';

export interface RedriveContext extends CommandContext {
  readonly events: EventBridgeClient;
  readonly corrections: Corrections;
  readonly waitSeconds: number;
}

interface Redriven {
  readonly queue: DeadLetterQueue;
  readonly deadLetters: OpenQueue;
  /** Where its dead letters went, if that is a queue. */
  readonly source?: OpenQueue;
  readonly result: RedriveResult;
}

/**
 * Redrives the queues that hold dead letters, watches for dead letters that come back, and says in a table what became of them.
 *
 * @returns whether nothing is left.
 */
export async function redrive(context: RedriveContext): Promise<boolean> {
  const { write, corrections } = context;
  const redriven: Redriven[] = [];
  let hidden = 0;
  for (const queue of context.queue ? [context.queue] : deadLetterQueues) {
    const deadLetters = await openQueue(context.sqs, context.stage, queue.name);
    const { waiting, busy } = await deadLetters.counts();
    hidden += busy;
    if (waiting > 0) redriven.push(await redriveOne(context, queue, deadLetters));
  }
  if (hidden > 0)
    write(
      `Somebody else has ${counted(hidden, 'dead letter')} in hand; dead letters that nobody has show again in two minutes.`,
    );
  if (redriven.length === 0) {
    if (hidden === 0) write('There are no dead letters.');
    return hidden === 0;
  }
  const busy = await watch(redriven, context.waitSeconds);
  const clean = await report(redriven, write);
  if (busy > 0) write(`${counted(busy, 'message')} still in the queues: run dlq list again once nothing is.`);
  const found = new Set(redriven.flatMap(({ result }) => result.corrected));
  const missed = [...corrections.keys()].filter((messageId) => !found.has(messageId));
  if (missed.length > 0)
    write(`${counted(missed.length, 'correction')} found no dead letter, e.g. of ${missed[0]}: it is sent already.`);
  return clean && hidden === 0;
}

async function redriveOne(context: RedriveContext, queue: DeadLetterQueue, deadLetters: OpenQueue): Promise<Redriven> {
  const source = queue.kind === 'work' ? await openQueue(context.sqs, context.stage, queue.source) : undefined;
  const progress = (done: number, of: number): void => {
    if (done % 500 < 10 || done === of) context.write(`${deadLetters.name}: ${done} of ${of}`);
  };
  const result =
    queue.kind === 'stream'
      ? await forgetPointers(context, queue, deadLetters)
      : await redriveQueue({
          kind: queue.kind,
          deadLetters,
          corrections: context.corrections,
          forward: source ? source.send : createEventForwarder(context.events, context.stage),
          progress,
        });
  return { queue, deadLetters, result, ...(source ? { source } : {}) };
}

const nothing: RedriveResult = { redriven: 0, dropped: 0, cameBack: [], failures: [], corrected: [] };

/** There is nothing in them to be sent again; they are deleted only for somebody who names their queue. */
async function forgetPointers(
  { queue: named, write }: RedriveContext,
  queue: DeadLetterQueue & { kind: 'stream' },
  deadLetters: OpenQueue,
): Promise<RedriveResult> {
  write(`${deadLetters.name} only says where records lay in the table's stream: ${queue.covered}.`);
  if (!named) {
    write(`  Delete its dead letters with: dlq redrive --queue ${queue.name}`);
    return nothing;
  }
  const corrections = new Map(
    (await peekDeadLetters(deadLetters, queue.kind)).map(({ messageId }) => [messageId, null]),
  );
  const forward = () => Promise.resolve();
  return redriveQueue({ kind: queue.kind, deadLetters, corrections, forward, progress: () => undefined });
}

/** Waits until the queues are worked off, as long as allowed; answers how many messages are still there. */
async function watch(redriven: readonly Redriven[], waitSeconds: number): Promise<number> {
  const until = performance.now() + waitSeconds * 1000;
  const sources = redriven.flatMap(({ source }) => source ?? []);
  for (;;) {
    await sleep(Math.min(500, waitSeconds * 1000));
    const counts = await Promise.all(sources.map((source) => source.counts()));
    const busy = counts.reduce((sum, { waiting, busy: inWork }) => sum + waiting + inWork, 0);
    if (busy === 0 || performance.now() > until) return busy;
  }
}

async function report(redriven: readonly Redriven[], write: (line: string) => void): Promise<boolean> {
  const rows = [['queue', 'sent again', 'dropped', 'left', 'reasons of those left']];
  let clean = true;
  for (const { queue, deadLetters, result } of redriven) {
    const { waiting } = await deadLetters.counts();
    const left = waiting > 0 ? await peekDeadLetters(deadLetters, queue.kind) : [];
    rows.push([
      deadLetters.name,
      String(result.redriven),
      String(result.dropped),
      String(left.length),
      summarizeReasons(left),
    ]);
    if (left.length > 0 || result.failures.length > 0) clean = false;
    for (const { deadLetter, error } of result.failures.slice(0, 5))
      write(
        `${deadLetters.name}, dead letter ${deadLetter.messageId}: ${oneLine(error instanceof Error ? error.message : String(error))}`,
      );
  }
  write(renderTable(rows));
  if (!clean)
    write(
      'Something is left. Look at it with: dlq list --export FILE; correct the bodies; dlq redrive --corrected FILE',
    );
  return clean;
}
