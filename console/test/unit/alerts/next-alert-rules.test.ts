import { describe, expect, it } from 'vitest';
import { nextAlert } from '../../../src/alerts/next-alert-rules.ts';

const noon = Date.parse('2026-11-30T12:00:00.000Z');
const at = (hours: number): string => new Date(noon + hours * 3_600_000).toISOString();
const alert = (alertId: string, hours: number | undefined, more: object = {}) => ({
  alertId,
  status: 'open' as const,
  severity: 'medium' as const,
  raisedAt: at(-1),
  respondBy: hours === undefined ? undefined : at(hours),
  ...more,
});
const next = (...alerts: Parameters<typeof nextAlert>[0]) => nextAlert(alerts, new Set(['answered']), noon)?.alertId;

describe('nextAlert', () => {
  it('is the one that is due first', () => {
    expect(next(alert('late', 5), alert('first', 1), alert('later', 3))).toBe('first');
  });

  it('is none that was just answered, that waits or has ended, or whose time is over', () => {
    expect(next(alert('answered', 1), alert('waits', 2, { status: 'action_requested' }), alert('over', 0))).toBe(
      undefined,
    );
    expect(next(alert('answered', 1), alert('other', 4))).toBe('other');
  });

  it('is the severer of two that are due at once, and then the older', () => {
    expect(next(alert('low', 1, { severity: 'low' }), alert('high', 1, { severity: 'high' }))).toBe('high');
    expect(next(alert('young', 1), alert('old', 1, { raisedAt: at(-2) }))).toBe('old');
  });

  it('leaves those without a deadline to the end', () => {
    expect(next(alert('any time', undefined), alert('due', 90))).toBe('due');
    expect(next(alert('mild', undefined), alert('severe', undefined, { severity: 'high' }))).toBe('severe');
  });
});
