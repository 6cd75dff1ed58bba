import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Alert } from '../../../../shared/alerts/rules.ts';
import { totalsOf } from '../../../../shared/alerts/totals-rules.ts';
import { alertStatuses } from '../../../../shared/kernel/words/alerts.ts';
import { waiverStatuses } from '../../../../shared/kernel/words/waivers.ts';
import { sumCounts } from '../../../../shared/stats/rules.ts';
import { buildOrderAlert } from '../../../builders/items/shop-alerts.ts';

const alert = (status: Alert['status'], kind: Alert['kind'] = 'security_alert_order'): Alert =>
  buildOrderAlert({ status, kind });

describe('totalsOf', () => {
  it.each([
    ['counts a new alert', undefined, 'open', { 'open#security_alert_order': 1 }],
    ['counts none that is over when it comes', undefined, 'withdrawn', {}],
    [
      'moves one to the requests',
      'open',
      'action_requested',
      { 'open#security_alert_order': -1, 'action_requested#security_alert_order': 1 },
    ],
    ['takes one away that ends', 'open', 'dismissed', { 'open#security_alert_order': -1 }],
    [
      'takes a request away that is answered',
      'action_requested',
      'resolved',
      { 'action_requested#security_alert_order': -1 },
    ],
    ['counts one again that opens again', 'expired', 'open', { 'open#security_alert_order': 1 }],
    ['says nothing of one that stays as it was', 'open', 'open', {}],
  ] as const)('%s', (_, before, after, change) => {
    expect(totalsOf(before && alert(before), alert(after), undefined)).toEqual(change);
  });

  it('counts each kind by itself', () => {
    expect(totalsOf(undefined, alert('open', 'risk_refund'), undefined)).toEqual({ 'open#risk_refund': 1 });
  });

  it('counts waivers beside alerts', () => {
    const pending = { before: undefined, after: { status: 'pending' } } as const;
    expect(totalsOf(alert('open'), alert('open'), pending)).toEqual({ 'waivers#pending': 1 });
    const granted = { before: { status: 'pending' }, after: { status: 'granted' } } as const;
    expect(totalsOf(alert('resolved'), alert('resolved'), granted)).toEqual({
      'waivers#pending': -1,
      'waivers#granted': 1,
    });
    const again = { before: { status: 'pending' }, after: { status: 'pending' } } as const;
    expect(totalsOf(alert('open'), alert('open'), again)).toEqual({});
  });

  it('adds up to what a count of the last state gives, whatever the way there', () => {
    const alerts = fc.array(fc.constantFrom(...alertStatuses), { minLength: 1 });
    const waivers = fc.array(fc.constantFrom(...waiverStatuses), { minLength: 1 });
    fc.assert(
      fc.property(alerts, waivers, (statuses, waived) => {
        const changes = [
          ...statuses.map((status, at) =>
            totalsOf(at === 0 ? undefined : alert(statuses[at - 1] ?? status), alert(status), undefined),
          ),
          ...waived.map((status, at) => {
            const before = waived[at - 1];
            return totalsOf(alert('open'), alert('open'), { before: before && { status: before }, after: { status } });
          }),
        ];
        const totals = Object.entries(sumCounts(changes)).filter(([, count]) => count !== 0);
        const last = statuses.at(-1);
        const waits = last === 'open' || last === 'action_requested';
        expect(Object.fromEntries(totals)).toEqual({
          ...(waits ? { [`${last}#security_alert_order`]: 1 } : {}),
          [`waivers#${waived.at(-1)}`]: 1,
        });
      }),
    );
  });
});
