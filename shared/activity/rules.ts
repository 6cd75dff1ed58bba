import type { Actor } from '../kernel/actor.ts';
import type { EventId } from '../kernel/ids.ts';

/** An event as it was recorded with what it tells of. */
export interface RecordedEvent {
  readonly eventId: EventId;
  readonly type: string;
  /** RFC 3339. */
  readonly at: string;
  readonly actor: Actor;
  readonly detail: Readonly<Record<string, unknown>>;
}

/** What a seller sees of it. */
export interface Activity {
  readonly activityId: EventId;
  readonly type: string;
  readonly at: string;
  readonly actor: { readonly kind: Actor['kind']; readonly id?: string };
  readonly details: Readonly<Record<string, unknown>>;
}

const block = [
  'buyerId',
  'blockId',
  'reason',
  'scope',
  'duration',
  'expiresAt',
  'alertId',
  // Of customer support, who lifted or upheld it.
  'agent',
];
const access = ['state', 'timeZone', 'quotas.blocks', 'quotas.newBlocksPerDay'];
const alert = [
  'alertId',
  'kind',
  'status',
  'change',
  'severity',
  'subject.type',
  'subject.id',
  'orderId',
  'category',
  'about.type',
  'about.id',
  'amount.value',
  'amount.currency',
  'respondBy',
];
const request = ['alertId', 'orderId', 'refundId', 'reason'];

/**
 * Which fields of its event an activity shows; a dot leads into a field. Named one by one, since events are made
 * for the marketplace's services: what they tell more, now or later, may name an account that the seller may not learn of. So the buyer
 * stands here only where it is the root of a block, or the event itself leaves a linked account out.
 */
const shown: Readonly<Record<string, readonly string[]>> = {
  'Buyer Blocked': [...block, 'removedAt'],
  'Block Changed': [...block, 'scopeBefore'],
  'Block Upheld': block,
  'Buyer Unblocked': block,
  'Buyer Exempted': ['buyerId', 'exemptionId'],
  'Buyer Exemption Ended': ['buyerId', 'exemptionId', 'because'],
  'Order Stopped': ['buyerId', 'blockId', 'scope', 'amount.value', 'amount.currency'],
  'Access Granted': access,
  'Access Changed': [...access, 'members.added', 'members.changed', 'members.removed'],
  'Access Terminated': access,
  'Access Complaint Filed': ['complaintId'],
  'Access Complaint Decided': ['complaintId', 'outcome'],
  'Access Notice Requested': ['state'],
  'Notification Settings Changed': [],
  'Alert Raised': [...alert, 'buyerId'],
  'Alert Changed': [...alert, 'buyerId'],
  'Order Cancellation Requested': request,
  'Refund Rejection Requested': request,
  'Alert Dismissed': ['alertId', 'kind', 'subject.type', 'subject.id', 'orderId', 'refundId', 'verdict'],
  'Penalty Waived': ['alertId', 'subjectType', 'subjectId', 'orderId', 'refundId', 'status'],
};
/** Of an event that this table does not know. */
const shownOfOthers = ['blockId', 'alertId', 'orderId', 'refundId'];

/** Every field that some activity shows, e.g. for the columns of a table. */
export const shownFields: readonly string[] = [
  ...new Set([...Object.values(shown).flat(), ...shownOfOthers, 'supportReason']),
];

/** Whether customer support lifted a block by it. */
export function isLift({ type, actor }: RecordedEvent): boolean {
  return type === 'Buyer Unblocked' && actor.kind === 'support';
}

/** Whether a seller removed a block by it. */
export function isRemoval({ type, actor }: RecordedEvent): boolean {
  return type === 'Buyer Unblocked' && actor.kind === 'seller';
}

/**
 * A recorded event as the shop's sellers see it: who did what and when. Only a seller is named: the others are parts of the marketplace.
 *
 * @param liftReason why support lifted the block, which the event itself may not hold.
 */
export function toActivity({ eventId, type, at, actor, detail }: RecordedEvent, liftReason?: string): Activity {
  const fields = Object.hasOwn(shown, type) ? (shown[type] ?? []) : shownOfOthers;
  return {
    activityId: eventId,
    type,
    at,
    actor: actor.kind === 'seller' ? { kind: actor.kind, id: actor.id } : { kind: actor.kind },
    details: { ...pick(detail, fields), ...(liftReason === undefined ? {} : { supportReason: liftReason }) },
  };
}

function pick(detail: RecordedEvent['detail'], fields: readonly string[]): Record<string, unknown> {
  const picked: Record<string, unknown> = {};
  for (const field of fields) {
    const [name = '', inner] = field.split('.');
    const value = detail[name];
    if (inner === undefined) {
      if (isPlain(value)) picked[name] = value;
      continue;
    }
    const part = isObject(value) ? value[inner] : undefined;
    if (isPlain(part)) picked[name] = { ...(picked[name] as object | undefined), [inner]: part };
  }
  return picked;
}

function isPlain(value: unknown): value is string | number {
  return typeof value === 'string' || typeof value === 'number';
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
