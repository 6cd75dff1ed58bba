import { BatchProcessor, EventType, processPartialResponse } from '@aws-lambda-powertools/batch';
import { injectLambdaContext } from '@aws-lambda-powertools/logger/middleware';
import middy from '@middy/core';
import type { Context, SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda';
import { correlated } from '../logs/correlation.ts';
import { traceOf } from '../kernel/error-trace.ts';
import { DeadLetter } from './dead-letter.ts';
import type { DeadLetters } from './dead-letters.ts';
import type { MessageHandler } from './inbound.ts';
import { correlationOf } from './message-correlation.ts';
import { createLogger } from '../logs/logger.ts';

export interface QueueStackOptions {
  readonly deadLetters: DeadLetters;
  /** `busEvents([onEvent(contract, handle), …])`, or `directMessages(schema, handle)`. */
  readonly handle: MessageHandler;
}

type QueueHandler = (event: SQSEvent, context: Context) => Promise<SQSBatchResponse>;

const logger = createLogger();

/**
 * The stack of every function behind a queue. Each message is worked on by itself: one that nobody can read
 * goes to the dead letters with its reason and counts as done; one that fails is reported, and SQS
 * gives it again. Neither content nor error messages are logged, since they may name a buyer.
 */
export function queueStack({ deadLetters, handle }: QueueStackOptions): QueueHandler {
  const work = async (record: SQSRecord): Promise<void> => {
    const message = parseJson(record.body);
    return correlated(correlationOf(record, message), () => workOn(record, message));
  };
  const workOn = async (record: SQSRecord, message: unknown): Promise<void> => {
    try {
      if (message === undefined) throw new DeadLetter('malformed_json');
      await handle(message, Number(record.attributes.SentTimestamp));
    } catch (error) {
      if (!(error instanceof DeadLetter)) return fail(record, error);
      await deadLetters.add(record.body, error).catch((failure: unknown) => fail(record, failure));
      logger.warn('message sent to the dead letters', {
        messageId: record.messageId,
        reason: error.reason,
        detail: error.detail,
      });
    }
  };
  return middy<SQSEvent, SQSBatchResponse>()
    .use(injectLambdaContext(logger, { logEvent: false }))
    .handler((event, context) =>
      // A processor holds the state of its batch, so each batch has its own.
      processPartialResponse(event, work, new BatchProcessor(EventType.SQS), {
        context,
        throwOnFullBatchFailure: false,
      }),
    ) as QueueHandler;
}

/** `undefined`, which no JSON says, for what is none. */
function parseJson(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}

function fail(record: SQSRecord, error: unknown): never {
  logger.error('message failed', {
    messageId: record.messageId,
    receives: record.attributes.ApproximateReceiveCount,
    ...traceOf(error),
  });
  throw error instanceof Error ? error : new Error('A message failed.', { cause: error });
}
