import { CfnBudget } from 'aws-cdk-lib/aws-budgets';
import { Construct } from 'constructs';
import { globalNameOf } from './stage-context.ts';
import type { StageContext } from './stage-context.ts';

export interface MonthlyBudgetProps extends Pick<StageContext, 'config'> {
  readonly dollars: number;
}

/** What a stage may cost in a month, by its tag; mails those who are paged before it is spent. */
export class MonthlyBudget extends Construct {
  constructor(scope: Construct, id: string, { config, dollars }: MonthlyBudgetProps) {
    super(scope, id);
    const subscribers = (config.alarms.page.emails ?? []).map((address) => ({ subscriptionType: 'EMAIL', address }));
    const notify = (notificationType: 'ACTUAL' | 'FORECASTED', threshold: number) => ({
      notification: { notificationType, comparisonOperator: 'GREATER_THAN', threshold, thresholdType: 'PERCENTAGE' },
      subscribers,
    });
    new CfnBudget(this, 'Budget', {
      budget: {
        budgetName: globalNameOf(config, 'month'),
        budgetType: 'COST',
        timeUnit: 'MONTHLY',
        budgetLimit: { amount: dollars, unit: 'USD' },
        costFilters: { TagKeyValue: [`user:stage$${config.stage}`] },
      },
      // Budgets takes no notification without a subscriber.
      ...(subscribers.length > 0 && {
        notificationsWithSubscribers: [notify('ACTUAL', 80), notify('ACTUAL', 100), notify('FORECASTED', 100)],
      }),
    });
  }
}
