/** What becomes of notices, as far as somebody should know. */
export interface NoticeMeter {
  /** A mail is sent that may have been sent before. */
  possiblyRepeated(): void;
  /** A shop is not told, and nobody will try again. */
  failed(reason: string): void;
}

/** CloudWatch's embedded metric format on standard output. */
export function createNoticeMeter(stage: string, write: (line: string) => void): NoticeMeter {
  const count = (metric: string, properties: Readonly<Record<string, string>> = {}): void =>
    write(
      JSON.stringify({
        _aws: {
          Timestamp: Date.now(),
          CloudWatchMetrics: [
            {
              Namespace: 'SellerSecurityCenter',
              Dimensions: [['Stage']],
              Metrics: [{ Name: metric, Unit: 'Count' }],
            },
          ],
        },
        Stage: stage,
        ...properties,
        [metric]: 1,
      }),
    );
  return {
    possiblyRepeated: () => count('PossiblyRepeatedNotice'),
    failed: (reason) => count('NoticeFailed', { reason }),
  };
}
