import type { OutboxEvent } from '../events/outbox.ts';
import type { Actor } from '../kernel/actor.ts';
import { toTimestamp } from '../kernel/clock.ts';
import type { EpochMilliseconds } from '../kernel/clock.ts';
import type { EventId } from '../kernel/ids.ts';
import type { ComplaintOutcome } from '../kernel/words/complaints.ts';
import type { Complaint } from './rules.ts';

interface Happened {
  readonly eventId: EventId;
  readonly actor: Actor;
  readonly at: EpochMilliseconds;
}

const detailOf = ({ eventId, at }: Happened, { shopId, complaintId }: Complaint) => ({
  version: 1 as const,
  eventId,
  shopId,
  complaintId,
  occurredAt: toTimestamp(at),
});

export function filedEvent(happened: Happened, complaint: Complaint): OutboxEvent {
  return { ...happened, type: 'Access Complaint Filed', detail: detailOf(happened, complaint) };
}

export function decidedEvent(happened: Happened, complaint: Complaint, outcome: ComplaintOutcome): OutboxEvent {
  return { ...happened, type: 'Access Complaint Decided', detail: { ...detailOf(happened, complaint), outcome } };
}
