import { describe, expect, it } from 'vitest';
import { synthesizeStage } from '../synthesized-stage.ts';
import { traceOf } from '../../../shared/kernel/error-trace.ts';
import { createMetrics } from '../../../shared/gate/metrics.ts';

const stage = synthesizeStage('prod without an issuer');
const filters = stage.ofType('AWS::Logs::MetricFilter').map(({ properties }) => properties);
/** `%…%` is a regular expression that stands anywhere in a line. */
const counts = (line: string): boolean =>
  filters.every(({ FilterPattern }) => new RegExp(/^%(.+)%$/.exec(String(FilterPattern))?.[1] ?? '(?!)').test(line));
const named = (name: string): Error => Object.assign(new Error('no'), { name });

describe('what AWS denies to a function', () => {
  it('is counted for each function, as one metric of the stage', () => {
    expect(filters).toHaveLength(
      stage.ofType('AWS::Lambda::Function').filter(({ stack }) => !stack.endsWith('-console')).length,
    );
    const metrics = filters.map(({ MetricTransformations }) => JSON.stringify(MetricTransformations));
    expect([...new Set(metrics)].map((one) => JSON.parse(one) as unknown)).toEqual([
      [{ MetricName: 'AccessDenied', MetricNamespace: 'SellerSecurityCenter/prod', MetricValue: '1' }],
    ]);
  });

  it.each(['AccessDeniedException', 'AccessDenied', 'KMSAccessDeniedException'])('is found in a logged %s', (name) => {
    expect(counts(JSON.stringify({ level: 'ERROR', message: 'message failed', ...traceOf(named(name)) }))).toBe(true);
    const lines: string[] = [];
    createMetrics('prod', (line) => lines.push(line)).readFailed(name);
    expect(counts(lines[0] ?? '')).toBe(true);
    expect(counts(`ERROR\tInvoke Error\t{"errorType":"${name}"}`)).toBe(true);
  });

  it('is nothing else', () => {
    for (const name of ['ThrottlingException', 'TransactionCanceledException', 'TimeoutError'])
      expect(counts(JSON.stringify({ message: 'message failed', ...traceOf(named(name)) }))).toBe(false);
  });
});
