import { Metric } from 'aws-cdk-lib/aws-cloudwatch';
import { FilterPattern, MetricFilter } from 'aws-cdk-lib/aws-logs';
import type { ILogGroup } from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';
import type { StageContext } from './stage-context.ts';

/** In lines that the product logs, an error's name; in those of Lambda, its type. All services' names of it hold this. */
export const denied = 'AccessDenied';

/** A filter gives its metric no dimension that is not in the line: the namespace says which stage it is. */
const namespaceOf = ({ stage }: StageContext['config']): string => `SellerSecurityCenter/${stage}`;

/** Counts what AWS denied to a function. A consumer's message that fails so is tried again, and its function has no error. */
export function denials(scope: Construct, config: StageContext['config'], logGroup: ILogGroup): void {
  new MetricFilter(scope, 'Denials', {
    logGroup,
    filterPattern: FilterPattern.literal(`%${denied}%`),
    metricNamespace: namespaceOf(config),
    metricName: denied,
    metricValue: '1',
  });
}

/** Of all functions of the stage. */
export function denialsMetric(config: StageContext['config']): Metric {
  return new Metric({ namespace: namespaceOf(config), metricName: denied, statistic: 'Sum' });
}
