import type { PolicyStatement } from '../../core/access/policy-statement.ts';

export interface BusModel {
  readonly name: string;
  readonly arn: string;
  readonly policy: readonly PolicyStatement[];
}

export interface RuleTargetModel {
  readonly id: string;
  /** A queue's or a function's ARN. */
  readonly arn: string;
  readonly deadLetterArn?: string;
  readonly maximumRetryAttempts?: number;
  readonly maximumEventAgeSeconds?: number;
  readonly inputTransformer?: { readonly paths: Readonly<Record<string, string>>; readonly template: string };
}

export interface RuleModel {
  readonly name: string;
  readonly arn: string;
  readonly path: string;
  readonly busName: string;
  /** An EventBridge event pattern, as AWS documents it. */
  readonly pattern: Readonly<Record<string, unknown>>;
  readonly enabled: boolean;
  readonly targets: readonly RuleTargetModel[];
}

export interface ArchiveModel {
  readonly name: string;
  readonly arn: string;
  readonly path: string;
  readonly busName: string;
  /** All events without it. */
  readonly pattern?: Readonly<Record<string, unknown>>;
}

/** What the template says of event buses and their rules. */
export interface EventsTemplate {
  readonly archives: readonly ArchiveModel[];
  readonly buses: readonly BusModel[];
  readonly rules: readonly RuleModel[];
}
