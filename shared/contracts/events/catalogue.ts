import type { EventContract, EventNotes } from './event-contract.ts';
import { accessChanged, accessChangedNotes } from './access-changed.ts';
import { accessComplaintDecided, accessComplaintDecidedNotes } from './access-complaint-decided.ts';
import { accessComplaintFiled, accessComplaintFiledNotes } from './access-complaint-filed.ts';
import { accessGranted, accessGrantedNotes } from './access-granted.ts';
import { accessNoticeRequested, accessNoticeRequestedNotes } from './access-notice-requested.ts';
import { accessTerminated, accessTerminatedNotes } from './access-terminated.ts';
import { alertChanged, alertChangedNotes } from './alert-changed.ts';
import { alertDismissed, alertDismissedNotes } from './alert-dismissed.ts';
import { alertRaised, alertRaisedNotes } from './alert-raised.ts';
import { blockChanged, blockChangedNotes } from './block-changed.ts';
import { blockUpheld, blockUpheldNotes } from './block-upheld.ts';
import { buyerBlocked, buyerBlockedNotes } from './buyer-blocked.ts';
import { buyerErased, buyerErasedNotes } from './buyer-erased.ts';
import { buyerExempted, buyerExemptedNotes } from './buyer-exempted.ts';
import { buyerExemptionEnded, buyerExemptionEndedNotes } from './buyer-exemption-ended.ts';
import { buyerLinkGroupChanged, buyerLinkGroupChangedNotes } from './buyer-link-group-changed.ts';
import { buyerProfileChanged, buyerProfileChangedNotes } from './buyer-profile-changed.ts';
import { buyerUnblocked, buyerUnblockedNotes } from './buyer-unblocked.ts';
import { fraudOutcomeConfirmed, fraudOutcomeConfirmedNotes } from './fraud-outcome-confirmed.ts';
import { notificationSettingsChanged, notificationSettingsChangedNotes } from './notification-settings-changed.ts';
import { orderCancellationRefused, orderCancellationRefusedNotes } from './order-cancellation-refused.ts';
import { orderCancellationRequested, orderCancellationRequestedNotes } from './order-cancellation-requested.ts';
import { orderRiskFlagged, orderRiskFlaggedNotes } from './order-risk-flagged.ts';
import { orderStatusChanged, orderStatusChangedNotes } from './order-status-changed.ts';
import { orderStopped, orderStoppedNotes } from './order-stopped.ts';
import { penaltyWaived, penaltyWaivedNotes } from './penalty-waived.ts';
import { refundRejectionRefused, refundRejectionRefusedNotes } from './refund-rejection-refused.ts';
import { refundRejectionRequested, refundRejectionRequestedNotes } from './refund-rejection-requested.ts';
import { refundRiskFlagged, refundRiskFlaggedNotes } from './refund-risk-flagged.ts';
import { refundStatusChanged, refundStatusChangedNotes } from './refund-status-changed.ts';
import { riskFlagWithdrawn, riskFlagWithdrawnNotes } from './risk-flag-withdrawn.ts';
import { sellerCenterMessageRequested, sellerCenterMessageRequestedNotes } from './seller-center-message-requested.ts';

/** An event and what people have to know about it. */
export interface CatalogueEntry {
  readonly event: EventContract;
  readonly notes: EventNotes;
}

/** Every event that comes in from the marketplace. */
export const inboundEvents = [
  { event: orderStatusChanged, notes: orderStatusChangedNotes },
  { event: orderCancellationRefused, notes: orderCancellationRefusedNotes },
  { event: refundStatusChanged, notes: refundStatusChangedNotes },
  { event: refundRejectionRefused, notes: refundRejectionRefusedNotes },
  { event: orderRiskFlagged, notes: orderRiskFlaggedNotes },
  { event: refundRiskFlagged, notes: refundRiskFlaggedNotes },
  { event: riskFlagWithdrawn, notes: riskFlagWithdrawnNotes },
  { event: fraudOutcomeConfirmed, notes: fraudOutcomeConfirmedNotes },
  { event: buyerProfileChanged, notes: buyerProfileChangedNotes },
  { event: buyerErased, notes: buyerErasedNotes },
  { event: buyerLinkGroupChanged, notes: buyerLinkGroupChangedNotes },
] as const satisfies readonly CatalogueEntry[];

/** Every event of ours, as the outbox publishes it. */
export const ownEvents = [
  { event: orderCancellationRequested, notes: orderCancellationRequestedNotes },
  { event: refundRejectionRequested, notes: refundRejectionRequestedNotes },
  { event: penaltyWaived, notes: penaltyWaivedNotes },
  { event: alertRaised, notes: alertRaisedNotes },
  { event: alertChanged, notes: alertChangedNotes },
  { event: alertDismissed, notes: alertDismissedNotes },
  { event: buyerBlocked, notes: buyerBlockedNotes },
  { event: blockChanged, notes: blockChangedNotes },
  { event: blockUpheld, notes: blockUpheldNotes },
  { event: buyerUnblocked, notes: buyerUnblockedNotes },
  { event: buyerExempted, notes: buyerExemptedNotes },
  { event: buyerExemptionEnded, notes: buyerExemptionEndedNotes },
  { event: orderStopped, notes: orderStoppedNotes },
  { event: accessGranted, notes: accessGrantedNotes },
  { event: accessChanged, notes: accessChangedNotes },
  { event: accessTerminated, notes: accessTerminatedNotes },
  { event: accessComplaintFiled, notes: accessComplaintFiledNotes },
  { event: accessComplaintDecided, notes: accessComplaintDecidedNotes },
  { event: notificationSettingsChanged, notes: notificationSettingsChangedNotes },
  { event: accessNoticeRequested, notes: accessNoticeRequestedNotes },
  { event: sellerCenterMessageRequested, notes: sellerCenterMessageRequestedNotes },
] as const satisfies readonly CatalogueEntry[];
export type OwnEvent = (typeof ownEvents)[number]['event'];

/** All events of the bus. No function imports this file but for its types: a bundle holds the events that it needs. */
export const catalogue: readonly CatalogueEntry[] = [...inboundEvents, ...ownEvents];
