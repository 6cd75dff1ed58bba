import type { PolicyStatement } from '../../core/access/policy-statement.ts';

export interface QueueModel {
  readonly name: string;
  readonly arn: string;
  /** `http://127.0.0.1:<door port>/<account>/<name>`. */
  readonly url: string;
  readonly visibilityTimeoutSeconds: number;
  readonly retentionSeconds: number;
  readonly delaySeconds: number;
  readonly redrive?: { readonly deadLetterArn: string; readonly maxReceiveCount: number };
  readonly policy: readonly PolicyStatement[];
}

/** What the template says of queues. */
export interface SqsTemplate {
  readonly queues: readonly QueueModel[];
}
