import { describe, expect, it } from 'vitest';
import { alertIdOf } from '../../../../shared/alerts/alert-id.ts';
import { idPattern } from '../../../../shared/kernel/ids.ts';

describe('alertIdOf', () => {
  it('is the same for the same subject, an ID by its form, and another for every other', () => {
    const ids = Array.from({ length: 1000 }, (_, at) =>
      alertIdOf('shop', 'security_alert_order', { type: 'order', id: `order-${at}` }),
    );
    expect(ids.every((id) => id.length === 22 && idPattern.test(id))).toBe(true);
    expect(new Set(ids).size).toBe(1000);
    expect(alertIdOf('shop', 'security_alert_order', { type: 'order', id: 'order-0' })).toBe(ids[0]);
    expect(alertIdOf('other', 'security_alert_order', { type: 'order', id: 'order-0' })).not.toBe(ids[0]);
  });
});
