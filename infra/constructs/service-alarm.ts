import type { Duration } from 'aws-cdk-lib';
import { Alarm, ComparisonOperator, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import type { MathExpression, Metric } from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import { Construct } from 'constructs';
import type { RunbookSection } from '../runbook-sections.ts';
import type { Urgency } from './alarm-topics.ts';
import type { StageContext } from './stage-context.ts';

export interface ServiceAlarmProps extends Pick<StageContext, 'config' | 'alarmTopics'> {
  readonly metric: Metric | MathExpression;
  readonly period: Duration;
  /** Alarms when the metric reaches it; a heartbeat alarms when the metric is below it, or is not there. */
  readonly threshold: number;
  readonly isHeartbeat?: true;
  /** Consecutive periods; 1 when nothing else is said. */
  readonly periods?: number;
  /** Silence is no incident where no calls mean no failures. It is one where there is always something to measure. */
  readonly silence?: 'alarms';
  /** Who is hurt, and how: people who are paged read this first. */
  readonly hurts: string;
  /** What to do about it. */
  readonly runbook: RunbookSection;
  /** A page when nothing else is said; `none` for a part of an alarm that tells people by itself. */
  readonly urgency?: Urgency | 'none';
}

/** There is no alarm without saying who is hurt, and what to do. */
export class ServiceAlarm extends Construct {
  readonly alarm: Alarm;

  constructor(scope: Construct, id: string, props: ServiceAlarmProps) {
    super(scope, id);
    const { config, metric, period, threshold, isHeartbeat = false, periods = 1, silence, urgency = 'page' } = props;
    this.alarm = new Alarm(this, 'Alarm', {
      metric: metric.with({ period }),
      threshold,
      evaluationPeriods: periods,
      comparisonOperator: isHeartbeat
        ? ComparisonOperator.LESS_THAN_THRESHOLD
        : ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
      treatMissingData:
        isHeartbeat || silence === 'alarms' ? TreatMissingData.BREACHING : TreatMissingData.NOT_BREACHING,
      alarmDescription: describe(config, props),
    });
    const topics = urgency === 'none' ? [] : (props.alarmTopics?.of(urgency) ?? []);
    for (const topic of topics) this.alarm.addAlarmAction(new SnsAction(topic));
  }
}

/** What people read who get the alarm. */
export function describe(
  { runbookUrl = 'docs/runbook.md' }: StageContext['config'],
  { hurts, runbook }: Pick<ServiceAlarmProps, 'hurts' | 'runbook'>,
): string {
  return `${hurts} What to do: ${runbookUrl}#${runbook}`;
}
