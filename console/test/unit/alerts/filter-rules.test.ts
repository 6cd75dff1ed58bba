import { describe, expect, it } from 'vitest';
import {
  filtersFrom,
  hasFilters,
  inView,
  kindChoices,
  matches,
  queryOf,
  searchOf,
} from '../../../src/alerts/filter-rules.ts';
import type { AlertNews, InboxFilters } from '../../../src/alerts/filter-rules.ts';

const from = (search: string): InboxFilters => filtersFrom(new URLSearchParams(search));
const noon = Date.parse('2026-11-30T12:00:00.000Z');

describe('the address of a list', () => {
  it.each([
    ['', { view: 'open' }],
    ['show=waiting', { view: 'waiting' }],
    ['show=all&status=dismissed&severity=high', { view: 'all', status: 'dismissed', severity: 'high' }],
    ['kind=risk_refund&dueBefore=6h&buyerId=b-1', { view: 'open', kind: 'risk_refund', due: '6h', buyerId: 'b-1' }],
    ['dueBefore=2026-12-01T00:00:00.000Z', { view: 'open', due: '2026-12-01T00:00:00.000Z' }],
  ] satisfies [string, InboxFilters][])('"%s" says what is seen, and is made of it again', (search, filters) => {
    expect(from(search)).toEqual(filters);
    expect(filtersFrom(searchOf(filters))).toEqual(filters);
  });

  it.each([
    ['kind=fraud_outcome', { view: 'fraud' }],
    ['status=action_requested', { view: 'waiting' }],
    ['status=expired', { view: 'all', status: 'expired' }],
    ['status=open', { view: 'open' }],
  ] satisfies [string, InboxFilters][])('"%s", as the API would be asked, leads to its view', (search, filters) => {
    expect(from(search)).toEqual(filters);
  });

  it.each([
    'show=none&kind=x&severity=extreme',
    'dueBefore=soon&buyerId=a b',
    'status=&dueBefore=',
    'what=ever',
  ])('leaves out what it does not understand: "%s"', (search) => {
    expect(from(search)).toEqual({ view: 'open' });
  });

  it('is short: what is usual does not stand in it', () => {
    expect(searchOf({ view: 'open', kind: undefined }).toString()).toBe('');
    expect(searchOf({ view: 'all', due: '24h' }).toString()).toBe('show=all&dueBefore=24h');
  });
});

describe('another view', () => {
  it('keeps the filters that make sense there', () => {
    const filters = { view: 'all', kind: 'fraud_outcome', status: 'resolved', severity: 'low', buyerId: 'b' } as const;
    expect(inView(filters, 'open')).toEqual({ view: 'open', severity: 'low', buyerId: 'b' });
    expect(inView(filters, 'fraud')).toEqual({ view: 'fraud', buyerId: 'b' });
  });

  it('offers frauds only among all', () => {
    expect(kindChoices('open')).not.toContain('fraud_outcome');
    expect(kindChoices('all')).toContain('fraud_outcome');
  });

  it('is no filter itself', () => {
    expect([hasFilters({ view: 'all' }), hasFilters({ view: 'all', due: '1h' })]).toEqual([false, true]);
    expect(hasFilters({ view: 'all', kind: undefined })).toBe(false);
  });
});

describe('what the API is asked for', () => {
  it('follows from view and filters', () => {
    expect(queryOf({ view: 'open', severity: 'high' }, noon)).toEqual({ status: 'open', severity: 'high' });
    expect(queryOf({ view: 'waiting' }, noon)).toEqual({ status: 'action_requested' });
    expect(queryOf({ view: 'fraud', buyerId: 'b' }, noon)).toEqual({ kind: 'fraud_outcome', buyerId: 'b' });
    expect(queryOf({ view: 'all', status: 'expired' }, noon)).toEqual({ status: 'expired' });
    expect(queryOf({ view: 'all' }, noon)).toEqual({});
  });

  it('counts hours from now', () => {
    expect(queryOf({ view: 'all', due: '6h' }, noon)).toEqual({ dueBefore: '2026-11-30T18:00:00.000Z' });
  });
});

describe('what is new', () => {
  const news: AlertNews = {
    kind: 'risk_refund',
    status: 'open',
    severity: 'high',
    buyerId: 'b',
    respondBy: '2026-11-30T13:00:00.000Z',
  };

  it.each([
    [{ view: 'open' }, true],
    [{ view: 'all' }, true],
    [{ view: 'waiting' }, false],
    [{ view: 'fraud' }, false],
    [{ view: 'open', kind: 'security_alert_order' }, false],
    [{ view: 'open', severity: 'high', buyerId: 'b', due: '6h' }, true],
    [{ view: 'open', due: '1h' }, false],
    [{ view: 'open', buyerId: 'c' }, false],
  ] satisfies [InboxFilters, boolean][])('waits for the list that it belongs to: %j', (filters, belongs) => {
    expect(matches(filters, news, noon)).toBe(belongs);
  });

  it('without a deadline is due before nothing', () => {
    expect(matches({ view: 'open', due: '72h' }, { ...news, respondBy: undefined }, noon)).toBe(false);
  });
});
