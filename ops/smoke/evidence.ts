import type { SQSClient } from '@aws-sdk/client-sqs';
import { queueOf } from '../../infra/names.ts';
import { openQueue } from '../dead-letter-queue.ts';
import { counted } from '../counted.ts';

/**
 * Where to look, function by function: its log, and what its queue holds, which tells a function that fails from one that
 * nobody calls.
 */
export async function lookAt(sqs: SQSClient, stage: string, functions: readonly string[]): Promise<readonly string[]> {
  const lines: string[] = [];
  for (const name of functions) {
    lines.push(`${name}: log group /aws/lambda/ssc-${stage}-${name}`);
    const queue = queueOf(name);
    if (queue === undefined) continue;
    lines.push(
      await describeQueue(sqs, stage, queue).catch(
        (error: unknown) => `  queue ${queue} cannot be looked at: ${error instanceof Error ? error.message : ''}`,
      ),
    );
  }
  return lines;
}

async function describeQueue(sqs: SQSClient, stage: string, queue: string): Promise<string> {
  const [work, dead] = [await openQueue(sqs, stage, queue), await openQueue(sqs, stage, `${queue}-dead-letters`)];
  const [{ waiting, busy }, deadLetters] = [await work.counts(), await dead.counts()];
  const words = [
    `  queue ${work.name}: ${counted(waiting, 'message')} waiting, ${busy} in work`,
    counted(deadLetters.waiting + deadLetters.busy, 'dead letter'),
  ];
  if (waiting > 0 && busy === 0) words.push('nobody takes them: is its event source mapping enabled?');
  if (deadLetters.waiting > 0) words.push(`see: npm run ops -- dlq list --stage ${stage}`);
  return words.join('; ');
}
