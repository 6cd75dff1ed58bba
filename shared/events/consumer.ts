import type * as z from 'zod';
import { required } from '../kernel/environment.ts';
import { createDeadLetters } from './dead-letters.ts';
import { busEvents, directMessages } from './inbound.ts';
import type { BoundEvent, MessageHandler } from './inbound.ts';
import { queueStack } from './queue-stack.ts';

type QueueHandler = ReturnType<typeof queueStack>;

/** A function behind a queue that rules of the bus fill: what it does with each event, as `onEvent(contract, handle)`. */
export function eventConsumer(...events: readonly BoundEvent[]): QueueHandler {
  return consumer(busEvents(events));
}

/** A function behind a queue that is sent to directly, by a function or a schedule: one kind of message. */
export function messageConsumer<Message extends z.ZodType>(
  schema: Message,
  handle: (message: z.output<Message>) => Promise<void>,
): QueueHandler {
  return consumer(directMessages(schema, handle));
}

/** @throws Error at the start of a function that is not told where its dead letters go. */
function consumer(handle: MessageHandler): QueueHandler {
  return queueStack({ deadLetters: createDeadLetters(required('DEAD_LETTER_QUEUE_URL')), handle });
}
