/** The states of the alert machine. */
export const alertStatuses = ['open', 'action_requested', 'resolved', 'dismissed', 'withdrawn', 'expired'] as const;
export type AlertStatus = (typeof alertStatuses)[number];

/** What a fraud can have been done with. */
export const fraudObjectTypes = ['order', 'refund', 'review'] as const;

/** Our own reason beside those of the risk systems: the order was created inside a live block of its buyer. They cannot take it back. */
export const orderInsideBlock = 'order_inside_block';
/** What stands in its place where the block is another account's: a word of the risk systems, whose flag it has to look like. */
export const highRiskBuyer = 'high_risk_buyer';

/** Why an alert was written, as its event says. */
export const alertChanges = [
  'raised',
  'flagged_again',
  'flag_withdrawn',
  /** The order or refund has told that it is another buyer's than the flag had said. */
  'buyer_corrected',
  'action_requested',
  'action_confirmed',
  /** The order was cancelled, or the refund rejected, and no seller's request waited for it. */
  'subject_settled',
  'action_refused',
  'action_unanswered',
  'dismissed',
  'subject_closed',
  'deadline_near',
  'deadline_passed',
] as const;
export type AlertChange = (typeof alertChanges)[number];
