import { describe, expect, it } from 'vitest';
import { platformScope } from '../../../../shared/access/scope.ts';
import { alertEvent } from '../../../../shared/alerts/alert-event.ts';
import { alertChanged } from '../../../../shared/contracts/events/alert-changed.ts';
import type { AlertChange } from '../../../../shared/kernel/words/alerts.ts';
import type { Alert } from '../../../../shared/alerts/rules.ts';
import { alertDeadline } from '../../../../shared/contracts/messages/alert-deadline.ts';
import { scheduleDeadlines } from '../../../../shared/deadlines/schedule-deadlines.ts';
import type { TimedMessage } from '../../../../shared/deadlines/schedule-sender.ts';
import { noon } from '../../../builders/fakes/clock.ts';
import { buildOrderAlert } from '../../../builders/items/shop-alerts.ts';

describe('the schedules of an alert', () => {
  const schedulesFor = async (alert: Alert, change: AlertChange) => {
    const made: TimedMessage[] = [];
    const { detail } = alertEvent('e1', platformScope('s', 'tests'), alert, change, noon);
    await scheduleDeadlines({ add: async (timed) => void made.push(timed) })(alertChanged.detail.parse(detail));
    for (const { message, name } of made) {
      expect(alertDeadline.parse(message)).toMatchObject({ shopId: 's', alertId: alert.alertId });
      expect(name).toMatch(/^[0-9a-zA-Z-_.]{1,64}$/);
    }
    return made.map(({ at, message }) => [at - noon, message['due']]);
  };
  const due = (minutes: number) => [minutes * 60_000, new Date(noon + minutes * 60_000).toISOString()];
  const alertId = 'a'.repeat(64);

  it('are two while it is open, and one once the first was announced', async () => {
    expect(await schedulesFor(buildOrderAlert({ alertId }), 'raised')).toEqual([due(30), due(60)]);
    expect(await schedulesFor(buildOrderAlert({ alertId }), 'deadline_near')).toEqual([due(60)]);
  });

  it('go by the flag that gave the deadline', async () => {
    const later = { raisedAt: noon - 3 * 86_400_000, deadlineGivenAt: noon };
    expect(await schedulesFor(buildOrderAlert({ alertId, ...later }), 'flagged_again')).toEqual([due(30), due(60)]);
    const soon = buildOrderAlert({ alertId, ...later, respondBy: noon + 9 * 60_000 });
    expect(await schedulesFor(soon, 'flagged_again')).toEqual([due(9)]);
  });

  it('are one while a request waits for its answer', async () => {
    const lastAction = { type: 'cancel_order', requestedAt: noon, requestedBy: 'ann', outcome: 'pending' } as const;
    const alert = buildOrderAlert({ alertId, status: 'action_requested', lastAction });
    expect(await schedulesFor(alert, 'action_requested')).toEqual([due(15)]);
  });

  it('are none without a deadline, or when it has ended', async () => {
    const { respondBy: _removed, ...endless } = buildOrderAlert();
    expect(await schedulesFor(endless, 'raised')).toEqual([]);
    expect(await schedulesFor(buildOrderAlert({ status: 'resolved' }), 'action_confirmed')).toEqual([]);
  });

  it('have the same name for the same event, and another for another deadline or shop', async () => {
    const names = new Set<string>();
    const schedule = scheduleDeadlines({ add: async ({ name }) => void names.add(name) });
    for (const [shop, hours, count] of [
      ['s', 1, 2],
      ['s', 1, 2],
      ['s', 2, 4],
      ['t', 1, 6],
    ] as const) {
      const alert = buildOrderAlert({ respondBy: noon + hours * 3_600_000 });
      const { detail } = alertEvent('e', platformScope(shop, 'tests'), alert, 'raised', noon);
      await schedule(alertChanged.detail.parse(detail));
      expect(names.size).toBe(count);
    }
  });
});
