import { Duration } from 'aws-cdk-lib';
import { AlarmRule, AlarmState, CompositeAlarm } from 'aws-cdk-lib/aws-cloudwatch';
import type { MathExpression } from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import { Construct } from 'constructs';
import type { RunbookSection } from '../runbook-sections.ts';
import type { Urgency } from './alarm-topics.ts';
import { ServiceAlarm, describe } from './service-alarm.ts';
import { nameOf } from './stage-context.ts';
import type { StageContext } from './stage-context.ts';

export interface ObjectiveAlarmsProps extends Pick<StageContext, 'config' | 'alarmTopics'> {
  readonly name: string;
  /** Percent of requests that are to be answered well, over 30 days. */
  readonly objective: number;
  /** Percent of requests that are not. */
  readonly failing: (period: Duration) => MathExpression;
  readonly hurts: string;
}

interface Burn {
  /** How many times faster than allowed the budget of errors is used up. */
  readonly rate: number;
  readonly long: Duration;
  /** It must still go on: an alarm ends soon after its cause. */
  readonly short: Duration;
}

/** Of the month's budget these use up 2 % in an hour, 5 % in six, 10 % in a day: Google's SRE workbook, "Alerting on SLOs". */
const burns: Readonly<Record<'fast' | 'slow', readonly Burn[]>> = {
  fast: [
    { rate: 14.4, long: Duration.hours(1), short: Duration.minutes(5) },
    { rate: 6, long: Duration.hours(6), short: Duration.minutes(30) },
  ],
  slow: [{ rate: 3, long: Duration.hours(24), short: Duration.hours(2) }],
};

const outcomes = {
  fast: { urgency: 'page', runbook: 'an-objective-is-missed-fast', text: 'in days' },
  slow: { urgency: 'ticket', runbook: 'an-objective-is-missed-slowly', text: 'before the month ends' },
} as const satisfies Record<'fast' | 'slow', { urgency: Urgency; runbook: RunbookSection; text: string }>;

/** Tells people that the errors which an objective allows in a month will be used up too soon, and how soon. */
export class ObjectiveAlarms extends Construct {
  readonly alarms: readonly CompositeAlarm[];

  constructor(scope: Construct, id: string, props: ObjectiveAlarmsProps) {
    super(scope, id);
    this.alarms = (['fast', 'slow'] as const).map((speed) => this.add(speed, props));
  }

  private add(speed: 'fast' | 'slow', props: ObjectiveAlarmsProps): CompositeAlarm {
    const { config, alarmTopics, name, objective, hurts } = props;
    const { urgency, runbook, text } = outcomes[speed];
    const windows = burns[speed].map(({ rate, long, short }) =>
      AlarmRule.allOf(...[long, short].map((window) => this.window(rate, window, runbook, props))),
    );
    const alarm = new CompositeAlarm(this, speed, {
      compositeAlarmName: nameOf(config, `${name}-objective-${speed}`),
      alarmRule: AlarmRule.anyOf(...windows),
      alarmDescription: describe(config, {
        hurts: `So many requests of ${name} fail that ${objective} % will be missed ${text}. ${hurts}`,
        runbook,
      }),
    });
    for (const topic of alarmTopics?.of(urgency) ?? []) alarm.addAlarmAction(new SnsAction(topic));
    return alarm;
  }

  private window(rate: number, period: Duration, runbook: RunbookSection, props: ObjectiveAlarmsProps) {
    const { config, name, objective, failing, hurts } = props;
    const { alarm } = new ServiceAlarm(this, `${rate} times in ${period.toMinutes()} minutes`, {
      config,
      metric: failing(period),
      period,
      threshold: rounded(rate * (100 - objective)),
      hurts: `${name} used its budget of errors ${rate} times too fast for ${period.toMinutes()} minutes. ${hurts}`,
      runbook,
      urgency: 'none',
    });
    return AlarmRule.fromAlarm(alarm, AlarmState.ALARM);
  }
}

/** 100 − 99.9 is 0.0999… */
function rounded(percent: number): number {
  return Math.round(percent * 1_000) / 1_000;
}
