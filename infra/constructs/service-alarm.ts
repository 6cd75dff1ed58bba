import type { Duration } from 'aws-cdk-lib';
import { Alarm, ComparisonOperator, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import type { Metric } from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import { Construct } from 'constructs';
import type { StageContext } from './stage-context.ts';

export interface ServiceAlarmProps extends Pick<StageContext, 'alarmTopic'> {
  readonly metric: Metric;
  readonly period: Duration;
  /** Alarms when the metric reaches it. */
  readonly threshold: number;
  /** Consecutive periods; 1 when nothing else is said. */
  readonly periods?: number;
  /** Who is hurt, and how: whoever is paged reads this first. */
  readonly hurts: string;
}

/** There is no alarm without saying who is hurt. */
export class ServiceAlarm extends Construct {
  constructor(scope: Construct, id: string, props: ServiceAlarmProps) {
    super(scope, id);
    const alarm = new Alarm(this, 'Alarm', {
      metric: props.metric.with({ period: props.period }),
      threshold: props.threshold,
      evaluationPeriods: props.periods ?? 1,
      comparisonOperator: ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
      // No calls, no failures: silence is not an incident.
      treatMissingData: TreatMissingData.NOT_BREACHING,
      alarmDescription: props.hurts,
    });
    if (props.alarmTopic) alarm.addAlarmAction(new SnsAction(props.alarmTopic));
  }
}
