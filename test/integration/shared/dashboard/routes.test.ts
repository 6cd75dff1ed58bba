import { beforeEach, describe, expect, it } from 'vitest';
import { buildClock, noon } from '../../../builders/fakes/clock.ts';
import { usualEngines } from '../../../builders/engines/engines.ts';
import { knowBuyer } from '../../../builders/items/known-buyer.ts';
import { buildApis } from '../../../builders/worlds/seller-api.ts';
import { addToTotals, buildOrderAlert, countAt, putAlerts } from '../../../builders/items/shop-alerts.ts';
import { useTable } from '../../../builders/engines/table.ts';
import { dashboardOf } from './ask-dashboard.ts';

const hour = 3_600_000;
const day = 24 * hour;
const nothing = {
  fraudIntercepted: { total: 0, byCategory: {} },
  ordersStopped: { total: 0, byReason: {} },
  protectedAmounts: [],
  prevented: { orders: 0, amounts: [] },
};

describe.each(usualEngines())('the dashboard on %s', (engine) => {
  const table = useTable(engine);
  const clock = buildClock();
  const { seller, ops } = buildApis(table, clock);
  const { ask, read } = dashboardOf(table, clock);
  const put = (...alerts: Parameters<typeof buildOrderAlert>[0][]) =>
    putAlerts(
      table,
      's',
      alerts.map((alert, index) => buildOrderAlert({ alertId: `alert-${index}`, ...alert })),
    );

  beforeEach(async () => {
    clock.time = noon;
    await ops.set('s');
  });

  it('shows zeros for a shop to which nothing has happened', async () => {
    expect(await read({ days: '2' })).toEqual({
      timeZone: 'UTC',
      from: '2026-11-21',
      to: '2026-11-22',
      openAlerts: { security_alert_order: 0, risk_refund: 0 },
      actionRequested: { security_alert_order: 0, risk_refund: 0 },
      days: [
        { date: '2026-11-21', ...nothing },
        { date: '2026-11-22', ...nothing },
      ],
      totals: nothing,
      waivers: { pending: 0, granted: 0, void: 0 },
      blocks: { used: 0, limit: 100 },
      newBlocksToday: { used: 0, limit: 10, resetsAt: '2026-11-23T00:00:00.000Z' },
    });
  });

  it('shows seven days unless asked for 1 to 90', async () => {
    expect((await read()).days).toHaveLength(7);
    expect((await read({ days: '90' })).from).toBe('2026-08-25');
    expect(await read({ days: '1' })).toMatchObject({ from: '2026-11-22', to: '2026-11-22' });
    for (const days of ['0', '91', '1.5', 'x', '', '1e9']) {
      const wrong = { status: 400, body: { code: 'validation_failed', errors: [{ path: 'query.days' }] } };
      expect(await ask('s', { days }), days).toMatchObject(wrong);
    }
  });

  it('shows what waits and what was waived, and never less than none', async () => {
    await addToTotals(table, 's', {
      'open#security_alert_order': 3,
      'open#risk_refund': 2,
      'action_requested#risk_refund': 1,
      'waivers#granted': 4,
      'waivers#pending': -1,
    });
    expect(await read()).toMatchObject({
      openAlerts: { security_alert_order: 3, risk_refund: 2 },
      actionRequested: { security_alert_order: 0, risk_refund: 1 },
      waivers: { pending: 0, granted: 4, void: 0 },
    });
  });

  it('shows use of quotas as the access does', async () => {
    await knowBuyer(table, 'b', 's');
    await seller('s').add('b');
    const { blocks, newBlocksToday } = (await seller('s').access()).body;
    expect(await read()).toMatchObject({ blocks, newBlocksToday });
    expect(blocks).toEqual({ used: 1, limit: 100 });
  });

  it('adds amounts exactly, where floating point would not', async () => {
    for (let index = 0; index < 10; index++)
      await countAt(table, 's', noon - (index % 2) * day, {
        counts: { 'fraud#malicious_refund': 1 },
        amount: { value: '0.1', currency: 'USD' },
      });
    for (const value of ['9007199254740993', '999999999999999.999999', '0.000001'])
      await countAt(table, 's', noon, { counts: { 'fraud#abusive_review': 1 }, amount: { value, currency: 'JPY' } });
    await countAt(table, 's', noon, { counts: { 'fraud#other': 1 }, amount: { value: '12.50', currency: 'KWD' } });
    const { totals, days } = await read({ days: '2' });
    expect(totals).toEqual({
      fraudIntercepted: { total: 14, byCategory: { abusive_review: 3, malicious_refund: 10, other: 1 } },
      ordersStopped: { total: 0, byReason: {} },
      protectedAmounts: [
        { value: '10007199254740993', currency: 'JPY' },
        { value: '12.500', currency: 'KWD' },
        { value: '1.00', currency: 'USD' },
      ],
      prevented: { orders: 0, amounts: [] },
    });
    expect(days.map(({ protectedAmounts }) => protectedAmounts.at(-1)?.value)).toEqual(['0.50', '0.50']);
  });

  it('loses no category, whatever its name, and no digit of the largest amounts', async () => {
    for (const category of ['__proto__', 'constructor', '2fa_bypass'])
      await countAt(table, 's', noon, {
        counts: { [`fraud#${category}`]: 1 },
        amount: { value: '999999999999999999.999999', currency: 'USD' },
      });
    const { totals } = await read({ days: '1' });
    expect(totals.fraudIntercepted.total).toBe(3);
    expect(Object.entries(totals.fraudIntercepted.byCategory)).toEqual([
      ['2fa_bypass', 1],
      ['__proto__', 1],
      ['constructor', 1],
    ]);
    expect(totals.protectedAmounts).toEqual([{ value: '2999999999999999999.999997', currency: 'USD' }]);
  });

  it('counts into days of 23 and of 25 hours as the shop calls them', async () => {
    await ops.set('cairo', { timeZone: 'Africa/Cairo' });
    // The hour before midnight comes twice on the 29th, and the 30th begins at 22:00 UTC.
    for (const at of ['2026-10-29T20:59:59Z', '2026-10-29T21:30:00Z', '2026-10-29T22:00:00Z'])
      await countAt(table, 'cairo', Date.parse(at), { counts: { 'stopped#harassment': 1 } }, 'Africa/Cairo');
    clock.time = Date.parse('2026-10-30T10:00:00Z');
    const answer = await dashboardOf(table, clock, 'cairo:owner').ask('cairo', { days: '2' });
    expect(answer.body).toMatchObject({
      timeZone: 'Africa/Cairo',
      days: [
        { date: '2026-10-29', ordersStopped: { total: 2, byReason: { harassment: 2 } } },
        { date: '2026-10-30', ordersStopped: { total: 1 } },
      ],
      newBlocksToday: { resetsAt: '2026-10-30T22:00:00.000Z' },
    });
  });

  it('shows two days as one when the shop has moved west over the date line', async () => {
    await ops.set('kiritimati', { timeZone: 'Pacific/Kiritimati' });
    clock.time = Date.parse('2026-11-22T09:00:00Z');
    await countAt(table, 'kiritimati', clock.time, { counts: { 'fraud#x': 1 } }, 'Pacific/Kiritimati');
    await ops.set('kiritimati', { timeZone: 'Pacific/Honolulu' });
    clock.advance(2 * hour);
    await countAt(table, 'kiritimati', clock.time, { counts: { 'fraud#x': 1 } }, 'Pacific/Honolulu');
    const answer = await dashboardOf(table, clock, 'kiritimati:owner').ask('kiritimati', { days: '1' });
    expect(answer.body).toMatchObject({
      timeZone: 'Pacific/Honolulu',
      days: [{ date: '2026-11-22', fraudIntercepted: { total: 2 } }],
    });
  });

  it('keeps the name of a day, whoever counts into it later', async () => {
    await countAt(table, 's', noon, { counts: { 'fraud#x': 1 } }, 'Etc/GMT-12');
    await countAt(table, 's', noon, { counts: { 'fraud#x': 1 } }, 'Etc/GMT+12');
    clock.advance(day);
    const { days } = await read({ days: '3' });
    expect(days.map(({ date, fraudIntercepted }) => [date, fraudIntercepted.total])).toEqual([
      ['2026-11-21', 0],
      ['2026-11-22', 0],
      ['2026-11-23', 2],
    ]);
  });

  it('names the deadline of the open alert that is due first', async () => {
    expect(await read()).not.toHaveProperty('nextDeadline');
    await put(
      { respondBy: noon },
      { respondBy: noon + 1000, status: 'action_requested' },
      { respondBy: noon + 3000 },
      { respondBy: noon + 2000, kind: 'risk_refund' },
      { respondBy: noon + 500, status: 'expired' },
    );
    expect((await read()).nextDeadline).toBe('2026-11-22T12:00:02.000Z');
    clock.advance(2000);
    expect((await read()).nextDeadline).toBe('2026-11-22T12:00:03.000Z');
    clock.advance(1000);
    expect(await read()).not.toHaveProperty('nextDeadline');
  });

  it('looks past those that were acted on, and names none for alerts without a deadline', async () => {
    const { respondBy: _respondBy, ...undated } = buildOrderAlert({ alertId: 'undated' });
    await putAlerts(table, 's', [undated]);
    expect(await read()).not.toHaveProperty('nextDeadline');
    const requested = Array.from({ length: 30 }, (_, index) => ({
      respondBy: noon + 1000 + index,
      status: 'action_requested' as const,
    }));
    await put(...requested, { respondBy: noon + 5000 });
    expect((await read()).nextDeadline).toBe('2026-11-22T12:00:05.000Z');
  });

  it('shows a shop nothing of another', async () => {
    await ops.set('other');
    await addToTotals(table, 'other', { 'open#risk_refund': 1 });
    await countAt(table, 'other', noon, { counts: { 'fraud#x': 1 } });
    await putAlerts(table, 'other', [buildOrderAlert()]);
    expect(await read()).toMatchObject({ openAlerts: { risk_refund: 0 }, totals: nothing });
    expect(await read()).not.toHaveProperty('nextDeadline');
    expect(await ask('other')).toMatchObject({ status: 403, body: { code: 'forbidden' } });
    await ops.set('s', { state: 'terminated' });
    expect(await ask('s')).toMatchObject({ status: 403, body: { code: 'access_not_active' } });
  });
});
