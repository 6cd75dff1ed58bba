/** Why a seller asks for an order's cancellation, or a refund's rejection; the words are those of block reasons. */
export const cancellationReasons = ['suspected_fraud', 'order_abuse', 'reseller_abuse', 'other'] as const;
export const rejectionReasons = ['suspected_fraud', 'malicious_refund', 'other'] as const;
