import { describe, expect, it } from 'vitest';
import { synthesizeStage } from '../synthesized-stage.ts';

const stage = synthesizeStage(
  'prod',
  {},
  {
    alarms: { page: { emails: ['page@example.com'] }, ticket: { emails: ['ticket@example.com'] } },
    objectives: { gate: 99.95, seller: 95, service: 99.9 },
  },
);
const windows = (name: string) =>
  stage
    .ofType('AWS::CloudWatch::Alarm')
    .filter(({ id }) => id.startsWith(`Objectives${name}`))
    .map(({ properties }) => {
      const { Threshold, EvaluationPeriods, Metrics } = properties as {
        Threshold: number;
        EvaluationPeriods: number;
        Metrics: { MetricStat?: { Period: number } }[];
      };
      expect(EvaluationPeriods).toBe(1);
      const periods = new Set(Metrics.flatMap(({ MetricStat }) => (MetricStat ? [MetricStat.Period] : [])));
      expect(periods.size).toBe(1);
      return [Threshold, [...periods][0]];
    });
const composites = stage.ofType('AWS::CloudWatch::CompositeAlarm');

describe('objectives', () => {
  it('alarm at 14.4, 6 and 3 times the errors that they allow, over a long and a short window', () => {
    expect(windows('Service').toSorted()).toEqual(
      [
        [1.44, 3_600],
        [1.44, 300],
        [0.6, 21_600],
        [0.6, 1_800],
        [0.3, 86_400],
        [0.3, 7_200],
      ].toSorted(),
    );
  });

  it('alarm at a share of errors that there can be, and that is not too late, from 95 to 99.95 percent', () => {
    for (const name of ['Gate', 'Seller']) {
      for (const [threshold] of windows(name)) {
        expect(threshold).toBeLessThan(100);
        expect(threshold).toBeGreaterThan(0);
      }
    }
    // Below 93.06 percent, all requests together would not burn fast enough.
    expect(Math.max(...windows('Seller').map(([threshold]) => Number(threshold)))).toBe(72);
    expect(14.4 * (100 - 93)).toBeGreaterThan(100);
  });

  it('page when they burn fast, and write a ticket when they burn slowly; their parts do neither', () => {
    expect(composites.map(({ properties }) => properties['AlarmName'])).toEqual(
      ['gate', 'seller', 'service'].flatMap((name) => [
        `ssc-prod-${name}-objective-fast`,
        `ssc-prod-${name}-objective-slow`,
      ]),
    );
    for (const { properties } of composites) {
      const topic = String(properties['AlarmName']).endsWith('fast') ? 'AlarmsTopic' : 'AlarmsTickets';
      expect(JSON.stringify(properties['AlarmActions']), String(properties['AlarmName'])).toContain(topic);
    }
  });

  it('hold only while both windows burn', () => {
    const rule = JSON.stringify(composites[0]?.properties['AlarmRule']);
    expect(rule.match(/ AND /g)).toHaveLength(2);
    expect(rule.match(/ OR /g)).toHaveLength(1);
  });
});
