/** What cannot be recorded on one machine. The page prints all of it; change a line here and run `npm run docs`. */
export const assumptions = {
  /** Of Lambda's billed time: an AWS call from inside the region, and the work around all of them. */
  millisecondsOfRoundTrip: 6,
  millisecondsOfWork: 4,
  defaultMemoryMegabytes: 256,
  /** Lambda's own three lines for each invocation, and a line of ours; API Gateway's access log. */
  logBytesOfInvocation: 700,
  logBytesOfRequest: 450,
  /** Beside the detail: the envelope of an event in the archive. */
  bytesOfEnvelope: 350,
  /** An order as it is stored, and the months until its TTL. */
  bytesOfOrder: 450,
  monthsOfOrder: 14,
  /** An alert with its waiver, events and index entries, for as long. */
  bytesOfAlert: 6_000,
  monthsOfAlert: 14,
  bytesOfBlock: 4_000,
  monthsOfBlock: 13,
  /** Of an answer to the console, compressed. */
  bytesOfAnswer: 2_000,
  /** Lambda polls each queue so often, even an empty one: five pollers that wait 20 seconds each. */
  emptyPollsOfQueue: (5 * 60 * 60 * 24 * 30) / 20,
} as const;

/** Of one shop and month. The same at each size, so that the sizes compare. */
export const shopMonth = {
  orders: 100,
  /** Checkouts that do not become orders are asked about, too. */
  gateDecisionsOfOrder: 1.3,
  refundsOfOrder: 0.03,
  profileChangesOfOrder: 0.05,
  alertsOfOrder: 0.004,
  blocks: 0.5,
  stoppedOrders: 0.5,
  /** Openings of the console by all sellers of the shop, each with these requests and minutes live. */
  sessions: 20,
  requestsOfSession: 12,
  minutesOfSession: 10,
} as const;

export interface Size {
  readonly shops: number;
  /** Messages that a consumer finds waiting, at most 10: more traffic makes fuller batches. */
  readonly messagesOfBatch: number;
}

export const sizes: readonly Size[] = [
  { shops: 1_000, messagesOfBatch: 1 },
  { shops: 100_000, messagesOfBatch: 2 },
  { shops: 10_000_000, messagesOfBatch: 5 },
];
