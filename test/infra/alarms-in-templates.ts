import type { Resource, SynthesizedStage } from './synthesized-stage.ts';

/** A metric as an alarm or a dashboard reads it. */
export interface ReadMetric {
  readonly namespace: string;
  readonly name: string;
}

interface MetricQuery {
  readonly MetricStat?: { readonly Metric: { readonly Namespace: string; readonly MetricName: string } };
}

export function alarmsIn(stage: SynthesizedStage): readonly Resource[] {
  return [...stage.ofType('AWS::CloudWatch::Alarm'), ...stage.ofType('AWS::CloudWatch::CompositeAlarm')];
}

/** Where an alarm leads: the section's name. */
export function sectionOf({ properties }: Resource): string | undefined {
  return /What to do: \S+#([a-z0-9-]+)$/.exec(String(properties['AlarmDescription']))?.[1];
}

/** All metrics that the alarm reads. */
export function metricsOf({ properties }: Resource): readonly ReadMetric[] {
  const { MetricName, Namespace, Metrics } = properties as {
    MetricName?: string;
    Namespace?: string;
    Metrics?: readonly MetricQuery[];
  };
  if (MetricName !== undefined && Namespace !== undefined) return [{ namespace: Namespace, name: MetricName }];
  return (Metrics ?? []).flatMap(({ MetricStat }) =>
    MetricStat === undefined ? [] : [{ namespace: MetricStat.Metric.Namespace, name: MetricStat.Metric.MetricName }],
  );
}
