export interface ScheduleModel {
  readonly name: string;
  readonly arn: string;
  readonly path: string;
  /** `rate(…)`, `cron(…)` or `at(…)`. */
  readonly expression: string;
  readonly timeZone: string;
  readonly enabled: boolean;
  readonly targetArn: string;
  readonly roleArn: string;
  readonly input?: string;
  readonly deadLetterArn?: string;
  readonly maximumRetryAttempts?: number;
  readonly maximumEventAgeSeconds?: number;
}

export interface ScheduleGroupModel {
  readonly name: string;
  readonly arn: string;
}

/** What the template says of schedules. */
export interface SchedulerTemplate {
  readonly schedules: readonly ScheduleModel[];
  /** Those of the template, and the one that every account has. */
  readonly scheduleGroups: readonly ScheduleGroupModel[];
}
