import { describe, expect, it } from 'vitest';
import { bodyOf, isSame, quietProblem, wishOf, withDelivery } from '../../../src/settings/notification-rules.ts';
import type { NotificationSettings } from '../../../src/settings/queries.ts';

const all = (delivery: 'at_once' | 'digest' | 'off') => ({ low: delivery, medium: delivery, high: delivery });
const settings: NotificationSettings = {
  revision: 1,
  alerts: { security_alert_order: all('digest'), risk_refund: all('digest'), fraud_outcome: all('off') },
  expiringBlocks: 'digest',
  timeZone: 'UTC',
};

describe('the form of messages', () => {
  it('begins with what is set, and with a usual night where no hours are quiet', () => {
    const wish = wishOf(settings);
    expect(wish).toMatchObject({ isQuiet: false, from: '22:00', to: '07:00' });
    expect(isSame(wish, settings)).toBe(true);
    expect(bodyOf(wish)).toEqual({ alerts: settings.alerts, expiringBlocks: 'digest' });
  });

  it('changes one choice, and sends quiet hours that are turned on', () => {
    const wish = withDelivery({ ...wishOf(settings), isQuiet: true }, 'risk_refund', 'high', 'at_once');
    expect(bodyOf(wish)).toEqual({
      alerts: { ...settings.alerts, risk_refund: { ...all('digest'), high: 'at_once' } },
      expiringBlocks: 'digest',
      quietHours: { from: '22:00', to: '07:00' },
    });
    expect(isSame(wish, settings)).toBe(false);
  });

  it('says what is wrong with quiet hours', () => {
    const wish = { ...wishOf(settings), isQuiet: true };
    expect(quietProblem({ ...wish, to: '' })).toBe('missing');
    expect(quietProblem({ ...wish, to: wish.from })).toBe('same');
    expect(quietProblem(wish)).toBeUndefined();
    expect(quietProblem({ ...wish, isQuiet: false, to: '' })).toBeUndefined();
  });
});
