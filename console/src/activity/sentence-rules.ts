import type { Schemas } from '../../../clients/seller-client.ts';
import type en from '../words/en.json';

type Activity = Schemas['Activity'];
/** A sentence of `activity.says` in the words. */
export type Saying = keyof (typeof en)['activity']['says'];
export type ThingType = 'order' | 'refund' | 'review' | 'outcome';

/** What happened, in a sentence of the words and what it is about. Times and amounts in it are as they came. */
export interface Sentence {
  readonly says: Saying;
  readonly buyerId?: string | undefined;
  readonly alertId?: string | undefined;
  /** The order, the refund or the review. */
  readonly thing?: { readonly type: ThingType; readonly id: string } | undefined;
  /** What else stands in the sentence: enumerations, and counts. */
  readonly values: Readonly<Record<string, string>>;
}

const changes: Readonly<Record<string, Saying>> = {
  flagged_again: 'flaggedAgain',
  flag_withdrawn: 'flagWithdrawn',
  buyer_corrected: 'buyerCorrected',
  action_requested: 'actionRequested',
  action_confirmed: 'actionConfirmed',
  subject_settled: 'subjectSettled',
  action_refused: 'actionRefused',
  action_unanswered: 'actionUnanswered',
  dismissed: 'dismissed',
  subject_closed: 'subjectClosed',
  deadline_near: 'deadlineNear',
  deadline_passed: 'deadlinePassed',
};
const raised: Readonly<Record<string, Saying>> = {
  security_alert_order: 'orderFlagged',
  risk_refund: 'refundFlagged',
  fraud_outcome: 'fraudIntercepted',
};

/** By the type of the event. A detail decides where one type tells of different things. */
const sayings: Readonly<Record<string, (activity: Activity) => Saying>> = {
  'Buyer Blocked': ({ details }) => (details['removedAt'] === undefined ? 'blocked' : 'restored'),
  'Block Changed': ({ details }) => (details['scopeBefore'] === undefined ? 'blockChanged' : 'scopeChanged'),
  'Block Upheld': () => 'blockUpheld',
  'Buyer Unblocked': ({ actor }) => (actor.kind === 'support' ? 'lifted' : 'unblocked'),
  'Buyer Exempted': () => 'exempted',
  'Buyer Exemption Ended': ({ details }) =>
    details['because'] === 'blocked' ? 'exemptionEndedByBlock' : 'exemptionEnded',
  'Order Stopped': () => 'orderStopped',
  'Access Granted': () => 'accessGranted',
  'Access Changed': ({ details }) => (typeof details['members'] === 'object' ? 'membersChanged' : 'accessChanged'),
  'Access Terminated': () => 'accessTerminated',
  'Access Complaint Filed': () => 'complaintFiled',
  'Access Complaint Decided': ({ details }) =>
    details['outcome'] === 'upheld' ? 'complaintUpheld' : 'complaintRejected',
  'Notification Settings Changed': () => 'notificationSettingsChanged',
  'Access Notice Requested': () => 'accessNoticeRequested',
  'Alert Raised': ({ details }) => raised[textOf(details['kind'])] ?? 'other',
  'Alert Changed': ({ details }) => changes[textOf(details['change'])] ?? 'other',
  'Order Cancellation Requested': () => 'cancellationRequested',
  'Refund Rejection Requested': () => 'rejectionRequested',
  'Alert Dismissed': () => 'alertDismissed',
  'Penalty Waived': () => 'waived',
  'Seller Center Message Requested': () => 'messageRequested',
};

/** Any type has a sentence: one that is not known here yet says at least what it is called. */
export function sentenceOf(activity: Activity): Sentence {
  const { type, details } = activity;
  const says = Object.hasOwn(sayings, type) ? (sayings[type]?.(activity) ?? 'other') : 'other';
  const plain = Object.entries(details).flatMap(([name, value]) =>
    typeof value === 'object'
      ? Object.entries(value).map(([inner, one]) => [`${name}_${inner}`, String(one)])
      : [[name, String(value)]],
  );
  return {
    says,
    buyerId: optionalText(details['buyerId']),
    alertId: optionalText(details['alertId']),
    thing: thingOf(details),
    values: { type, ...(Object.fromEntries(plain) as Record<string, string>) },
  };
}

function thingOf(details: Activity['details']): Sentence['thing'] {
  const subject = partOf(details['about']) ?? partOf(details['subject']);
  if (subject) return subject;
  const type = optionalText(details['subjectType']);
  const id = optionalText(details['subjectId']);
  if (type !== undefined && id !== undefined) return { type: type === 'refund' ? 'refund' : 'order', id };
  const refundId = optionalText(details['refundId']);
  if (refundId !== undefined) return { type: 'refund', id: refundId };
  const orderId = optionalText(details['orderId']);
  return orderId === undefined ? undefined : { type: 'order', id: orderId };
}

function partOf(value: Activity['details'][string] | undefined): Sentence['thing'] {
  if (typeof value !== 'object') return undefined;
  const type = (['order', 'refund', 'review', 'outcome'] as const).find((one) => one === value['type']);
  return type && { type, id: textOf(value['id']) };
}

function textOf(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

function optionalText(value: unknown): string | undefined {
  const text = textOf(value);
  return text === '' ? undefined : text;
}
