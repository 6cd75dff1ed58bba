import { describe, expect, it } from 'vitest';
import { defaultSettings, deliveryOf, settingsOf } from '../../../../shared/notifications/settings-rules.ts';

describe('what a shop is told of', () => {
  it('is as ever where nothing is set: alerts that need action in digests, frauds not at all, ends of blocks', () => {
    expect(settingsOf({}, 0)).toEqual(defaultSettings);
    expect(deliveryOf(defaultSettings, { kind: 'risk_refund', severity: 'low' })).toBe('digest');
    expect(deliveryOf(defaultSettings, { kind: 'fraud_outcome', severity: 'high' })).toBe('off');
    expect(defaultSettings).toMatchObject({ expiringBlocks: 'digest', revision: 0 });
  });

  it('goes by kind and severity', () => {
    const settings = settingsOf({ alerts: { risk_refund: { low: 'off', medium: 'digest', high: 'at_once' } } }, 3);
    const severities = ['low', 'medium', 'high'] as const;
    expect(severities.map((severity) => deliveryOf(settings, { kind: 'risk_refund', severity }))).toEqual([
      'off',
      'digest',
      'at_once',
    ]);
    expect(deliveryOf(settings, { kind: 'security_alert_order', severity: 'low' })).toBe('digest');
    expect(settings.revision).toBe(3);
  });
});
