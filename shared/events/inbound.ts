import * as z from 'zod';
import { fromTimestamp } from '../kernel/clock.ts';
import type { EpochMilliseconds } from '../kernel/clock.ts';
import { DeadLetter } from './dead-letter.ts';
import type { EventContract } from '../contracts/events/event-contract.ts';

/**
 * What a consumer does with the JSON of one message. Throws a `DeadLetter` for what it can never work on.
 *
 * @param sentAt when the queue took the message, by the queue's own clock: SQS's `SentTimestamp`. A redrive sends anew.
 */
export type MessageHandler = (message: unknown, sentAt: EpochMilliseconds) => Promise<void>;

/** What is known of an event beside its detail. */
export interface Envelope {
  /**
   * When it was published: within the second that begins here, since EventBridge writes whole ones. Its publisher can set it
   * (`Time` of `PutEvents`), so it is never later than `sentAt`.
   */
  readonly time: EpochMilliseconds;
  /** When our queue took it, which no publisher can set. */
  readonly sentAt: EpochMilliseconds;
}

/** An event bound to what it does. */
export interface BoundEvent {
  readonly contract: EventContract;
  handle(detail: unknown, envelope: Envelope): Promise<void>;
}

/** Binds an event to its handler, which gets the detail as the contract reads it. */
export function onEvent<Detail extends z.ZodType>(
  contract: EventContract<Detail>,
  handle: (detail: z.output<Detail>, envelope: Envelope) => Promise<void>,
): BoundEvent {
  return {
    contract,
    async handle(detail, about) {
      const known = read(contract.detail, withoutNulls(detail, contractDepth), 'detail');
      refuseFuture(known, about);
      await handle(known, about);
    },
  };
}

/** As deep as objects lie in any contract; what others nest deeper is not looked at. */
const contractDepth = 3;

/** Many serializers write `null` for what is left out. A field that is needed is missed all the same, by the same path. */
function withoutNulls(value: unknown, depth: number): unknown {
  if (depth === 0 || value === null || typeof value !== 'object' || Array.isArray(value)) return value;
  const said = Object.entries(value).filter(([, one]) => one !== null);
  return Object.fromEntries(said.map(([name, one]) => [name, withoutNulls(one, depth - 1)]));
}

/** What events tell of as done. A deadline (`respondBy`) may lie ahead. */
const pastFields = ['createdAt', 'updatedAt', 'flaggedAt', 'withdrawnAt', 'occurredAt'];

/** How far the clocks of two services may be apart. */
const skewMilliseconds = 15 * 60_000;

/**
 * A time from the future would outrank all that comes later, for ever: its publisher's clock is wrong, or its unit. Judged by the
 * clock of the queue: the time that an event was published is its publisher's to say, and what happened may be told late.
 */
function refuseFuture(detail: unknown, { sentAt }: Envelope): void {
  const told = new Map(Object.entries(detail ?? {}));
  const ahead = pastFields.filter((name) => {
    const value: unknown = told.get(name);
    return typeof value === 'string' && fromTimestamp(value) > sentAt + skewMilliseconds;
  });
  if (ahead.length > 0) throw new DeadLetter('future_time', ahead.map((name) => `detail.${name}`).join(', '));
}

/** EventBridge's envelope, as far as consumers look at it. */
const envelope = z.object({
  source: z.string(),
  'detail-type': z.string(),
  time: z.iso.datetime(),
  detail: z.unknown(),
});

/** For queues behind the bus: each event by its source and type. */
export function busEvents(events: readonly BoundEvent[]): MessageHandler {
  return async (message, sentAt) => {
    const { source, 'detail-type': type, time, detail } = read(envelope, message, '');
    const event = events.find(({ contract }) => contract.source === source && contract.type === type);
    if (!event) throw new DeadLetter('unknown_event_type', 'source, detail-type');
    await event.handle(detail, { time: Math.min(fromTimestamp(time), sentAt), sentAt });
  };
}

/** For queues that are sent to directly: one kind of message, without an envelope. */
export function directMessages<Message extends z.ZodType>(
  schema: Message,
  handle: (message: z.output<Message>) => Promise<void>,
): MessageHandler {
  return async (message) => handle(read(schema, message, ''));
}

function read<Schema extends z.ZodType>(schema: Schema, value: unknown, prefix: string): z.output<Schema> {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const paths = result.error.issues.map(
    (issue) => [prefix, ...issue.path.map(String)].filter(Boolean).join('.') || 'body',
  );
  throw new DeadLetter('invalid_event', listed([...new Set(paths)]));
}

/** So many are named: a list of thousands can be wrong in every entry, and this is logged. */
const mostPaths = 20;

function listed(paths: readonly string[]): string {
  const more = paths.length > mostPaths ? ` and ${paths.length - mostPaths} more` : '';
  return `${paths.slice(0, mostPaths).join(', ')}${more}`;
}
