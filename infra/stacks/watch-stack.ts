import { Stack } from 'aws-cdk-lib';
import type { StackProps } from 'aws-cdk-lib';
import type { HttpApi } from 'aws-cdk-lib/aws-apigatewayv2';
import type { Construct } from 'constructs';
import { DeliveryAlarms } from '../constructs/delivery-alarms.ts';
import type { DeployedFunction } from '../function-definition.ts';
import { GateAlarms } from '../constructs/gate-alarms.ts';
import { LogQueries } from '../constructs/log-queries.ts';
import { MonthlyBudget } from '../constructs/monthly-budget.ts';
import { Objectives } from '../constructs/objectives.ts';
import { StageDashboard } from '../constructs/stage-dashboard.ts';
import type { StageContext } from '../constructs/stage-context.ts';
import { TableAlarms } from '../constructs/table-alarms.ts';

export interface WatchStackProps extends StackProps, Pick<StageContext, 'config' | 'alarmTopics'> {
  readonly seller: HttpApi;
  readonly service: HttpApi;
  readonly functions: readonly DeployedFunction[];
}

/** What no resource says by itself: the alarms about the whole, the dashboard and saved questions to the logs. Most alarms stand beside what they watch. */
export class WatchStack extends Stack {
  constructor(scope: Construct, id: string, props: WatchStackProps) {
    super(scope, id, props);
    const { config, alarmTopics, seller, service, functions } = props;
    const common = { config, alarmTopics };
    new GateAlarms(this, 'Gate', common);
    new TableAlarms(this, 'Table', common);
    new DeliveryAlarms(this, 'Delivery', common);
    new Objectives(this, 'Objectives', { ...common, seller, service });
    new StageDashboard(this, 'Dashboard', { config, seller, service });
    new LogQueries(this, 'LogQueries', { config, functions });
    const dollars = config.monthlyBudget;
    if (dollars !== undefined) new MonthlyBudget(this, 'MonthlyBudget', { config, dollars });
  }
}
