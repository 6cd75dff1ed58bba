import type { OutboxEvent } from '../events/outbox.ts';
import { toTimestamp } from '../kernel/clock.ts';
import type { EpochMilliseconds } from '../kernel/clock.ts';
import type { Actor } from '../kernel/actor.ts';
import type { EventId, ShopId } from '../kernel/ids.ts';
import type { Access, AccessEventType } from './rules.ts';
import type { MemberCounts } from './member-role-rules.ts';

/** A change of a shop's access, as it will stand in the activity and on the bus. */
export function accessEvent(
  type: AccessEventType,
  { eventId, shopId, at }: { readonly eventId: EventId; readonly shopId: ShopId; readonly at: EpochMilliseconds },
  actor: Actor,
  { state, timeZone, nextTimeZone, quotas }: Access,
): OutboxEvent {
  return {
    eventId,
    type,
    at,
    actor,
    detail: {
      version: 1,
      eventId,
      shopId,
      state: state === 'active' ? 'active' : 'terminated',
      timeZone: nextTimeZone?.timeZone ?? timeZone,
      quotas,
      occurredAt: toTimestamp(at),
    },
  };
}

/** With how many members came, went or have another role, where the state stays as it is: never who. */
export function withMemberCounts(event: OutboxEvent, members: MemberCounts | undefined): OutboxEvent {
  if (event.type !== 'Access Changed' || !members) return event;
  return { ...event, detail: { ...event.detail, members } };
}
