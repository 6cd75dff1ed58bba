/**
 * What tells of an order waits this long at most: the bus tries for a day, and SQS keeps a message and its dead letter for
 * 14 days together. Until then it must be provable what held when the order was made.
 */
export const longestWait = 15 * 86_400_000;
