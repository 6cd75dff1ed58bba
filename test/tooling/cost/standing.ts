import type { SynthesizedStage } from '../../infra/synthesized-stage.ts';
import type { Usage } from './usage.ts';

/** What a stage has, and pays for, when nothing happens. */
export function standingUsage({ ofType }: Pick<SynthesizedStage, 'ofType'>): Usage {
  const count = (type: string): number => ofType(type).length;
  return {
    alarms: count('AWS::CloudWatch::Alarm'),
    compositeAlarms: count('AWS::CloudWatch::CompositeAlarm'),
    dashboards: count('AWS::CloudWatch::Dashboard'),
    ownMetrics: count('AWS::Logs::MetricFilter'),
    keys: count('AWS::KMS::Key'),
  };
}
