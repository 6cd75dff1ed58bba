import type { OutboxEvent } from '../events/outbox.ts';
import { toTimestamp } from '../kernel/clock.ts';
import type { EpochMilliseconds } from '../kernel/clock.ts';
import type { EventId, ShopId } from '../kernel/ids.ts';
import type { Access, AccessEventType } from './rules.ts';
import type { OpsScope } from './scope.ts';

/** A change of a shop's access, as it will stand in the activity and on the bus. */
export function accessEvent(
  type: AccessEventType,
  { eventId, shopId, at }: { readonly eventId: EventId; readonly shopId: ShopId; readonly at: EpochMilliseconds },
  { actor }: OpsScope,
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
