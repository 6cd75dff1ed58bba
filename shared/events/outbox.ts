import type * as z from 'zod';
import type { OwnEvent } from '../contracts/events/catalogue.ts';
import { correlationId } from '../logs/correlation.ts';
import type { Actor } from '../kernel/actor.ts';
import { toTimestamp, toTtl } from '../kernel/clock.ts';
import type { EpochMilliseconds } from '../kernel/clock.ts';
import type { EventId, ShopId } from '../kernel/ids.ts';
import type { PartitionKey } from '../kernel/words/partition-key.ts';
import { activityKey } from '../table/keys.ts';
import type { Key } from '../table/keys.ts';

/** The detail-type of one of our own events on the bus, e.g. `Buyer Blocked`. */
export type OutboxEventType = OwnEvent['type'];

interface Recorded<Type extends OutboxEventType> {
  readonly eventId: EventId;
  readonly type: Type;
  readonly at: EpochMilliseconds;
  readonly actor: Actor;
  readonly detail: Readonly<z.output<Extract<OwnEvent, { readonly type: Type }>['detail']>>;
  /** Another event of the same write says who did what; this one is for subscribers, and not shown in the activity. */
  readonly accompanies?: EventId;
}

/**
 * What happened, as it will stand in the activity and on the bus: IDs and enumerations only, never a username, avatar or note.
 * The catalogue says which detail goes with which type; only types are checked, nothing is parsed while it is written.
 */
export type OutboxEvent<Type extends OutboxEventType = OutboxEventType> = {
  readonly [One in Type]: Recorded<One>;
}[Type];

/** A year and a month: long enough for a seller's appeal of last year's penalty. */
export const activityRetentionMilliseconds = 396 * 86_400_000;

/** Partitions of the index of unpublished events: enough that no burst of one second meets in one. */
export const outboxShards = 4;

export const outboxPartition = (shard: number): PartitionKey => `OUTBOX#${shard}`;

/**
 * The audit record and the outbox in one item, to be put by the transaction that changes the
 * state. It stands in the index of unpublished events until it is on the bus.
 */
export function outboxItem(shopId: ShopId, event: OutboxEvent): Key & Record<string, unknown> {
  const id = correlationId();
  return {
    ...activityKey(shopId, event.eventId),
    type: event.type,
    at: toTimestamp(event.at),
    actor: event.actor,
    shopId,
    detail: event.detail,
    ...(event.accompanies === undefined ? {} : { accompanies: event.accompanies }),
    // What it follows from, for whoever looks into it later; sellers are not shown it.
    ...(id === undefined ? {} : { correlationId: id }),
    outboxPk: outboxPartition(shardOf(event.eventId)),
    outboxSk: event.eventId,
    ttl: toTtl(event.at + activityRetentionMilliseconds),
  };
}

function shardOf(eventId: EventId): number {
  let sum = 0;
  for (const character of eventId) sum = (sum + (character.codePointAt(0) ?? 0)) % outboxShards;
  return sum;
}
