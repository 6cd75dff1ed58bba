import { describe, expect, it } from 'vitest';
import { historyChanges } from '../../../../shared/alerts/history-rules.ts';
import type { Alert } from '../../../../shared/alerts/rules.ts';
import { noon } from '../../../builders/fakes/clock.ts';
import { buildOrderAlert } from '../../../builders/items/shop-alerts.ts';

const flagged = buildOrderAlert({ buyerId: 'b1', reasons: ['new_account'] });
const ours = buildOrderAlert({ buyerId: 'b1', reasons: ['order_inside_block'] });
const changes = (before: Alert | undefined, after: Alert) => Object.fromEntries(historyChanges(before, after));

describe('the history of a buyer', () => {
  it('count an alert that we raised through a link as ours, though it looks like one of the risk systems', () => {
    const alert = buildOrderAlert({ buyerId: 'b1', reasons: ['high_risk_buyer'], raisedThroughLink: true });
    expect(historyChanges(undefined, alert)).toEqual(historyChanges(undefined, ours));
  });

  it('counts a new alert, and whether it is ours alone', () => {
    expect(changes(undefined, flagged)).toEqual({ b1: { alerts: 1, ourAlerts: 0 } });
    expect(changes(undefined, ours)).toEqual({ b1: { alerts: 1, ourAlerts: 1 } });
  });

  it('counts an alert of ours as any other once the risk systems flag it, and when they take that back', () => {
    const both = { ...ours, reasons: ['new_account', 'order_inside_block'] };
    expect(changes(ours, both)).toEqual({ b1: { alerts: 0, ourAlerts: -1 } });
    expect(changes(both, { ...ours, withdrawnAt: noon })).toEqual({});
    expect(changes(flagged, both)).toEqual({});
  });

  it('goes over to another buyer with the alert', () => {
    expect(changes(flagged, { ...flagged, buyerId: 'b2' })).toEqual({
      b1: { alerts: -1, ourAlerts: 0 },
      b2: { alerts: 1, ourAlerts: 0 },
    });
    expect(changes(ours, { ...flagged, buyerId: 'b2' })).toEqual({
      b1: { alerts: -1, ourAlerts: -1 },
      b2: { alerts: 1, ourAlerts: 0 },
    });
  });

  it('stays as it is with whatever else becomes of an alert, and with a fraud outcome', () => {
    expect(changes(flagged, { ...flagged, status: 'dismissed' })).toEqual({});
    expect(changes(undefined, { ...flagged, kind: 'fraud_outcome' })).toEqual({});
  });
});
