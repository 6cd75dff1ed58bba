/** What becomes of pushes, as far as somebody should know. */
export interface LiveMeter {
  /** So many connections did not get what they should: their clients notice at the next entry or ping, and catch up. */
  pushFailed(connections: number, errorName: string): void;
}

/** CloudWatch's embedded metric format on standard output. */
export function createLiveMeter(stage: string, write: (line: string) => void): LiveMeter {
  return {
    pushFailed: (connections, errorName) =>
      write(
        JSON.stringify({
          _aws: {
            Timestamp: Date.now(),
            CloudWatchMetrics: [
              {
                Namespace: 'SellerSecurityCenter',
                Dimensions: [['Stage']],
                Metrics: [{ Name: 'LivePushFailed', Unit: 'Count' }],
              },
            ],
          },
          Stage: stage,
          errorName,
          LivePushFailed: connections,
        }),
      ),
  };
}
