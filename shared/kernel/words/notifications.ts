/** How a shop is told of something: in a message of its own, in the next one that collects, or not at all. */
export const deliveries = ['at_once', 'digest', 'off'] as const;
export type Delivery = (typeof deliveries)[number];

/** What ends is known long before, so there is nothing to tell at once. */
export const endingDeliveries = ['digest', 'off'] as const;
export type EndingDelivery = (typeof endingDeliveries)[number];
