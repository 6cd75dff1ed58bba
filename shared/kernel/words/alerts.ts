/** The states of the alert machine. */
export const alertStatuses = ['open', 'action_requested', 'resolved', 'dismissed', 'withdrawn', 'expired'] as const;
export type AlertStatus = (typeof alertStatuses)[number];

/** What a fraud can have been done with. */
export const fraudObjectTypes = ['order', 'refund', 'review'] as const;

/** Our own reason beside those of the risk systems: the order was created inside a live block of its buyer. They cannot take it back. */
export const orderInsideBlock = 'order_inside_block';
