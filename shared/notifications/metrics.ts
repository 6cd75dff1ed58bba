import { metricLine } from '../metrics/metric-line.ts';

/** What becomes of notices, as far as somebody should know. */
export interface NoticeMetrics {
  /** A mail is sent that may have been sent before. */
  possiblyRepeated(): void;
  /** A shop is not told, and nobody will try again. */
  failed(reason: string): void;
}

export function createNoticeMetrics(stage: string, write: (line: string) => void): NoticeMetrics {
  return {
    possiblyRepeated: () => write(metricLine(stage, 'PossiblyRepeatedNotice', 1)),
    failed: (reason) => write(metricLine(stage, 'NoticeFailed', 1, { reason })),
  };
}
