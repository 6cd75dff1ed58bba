import { beforeEach, describe, expect, it } from 'vitest';
import type { Alert } from '../../../../shared/alerts/rules.ts';
import { meetDeadline } from '../../../../shared/deadlines/meet-deadline.ts';
import { toTimestamp } from '../../../../shared/kernel/clock.ts';
import type { Table } from '../../../../shared/table/client.ts';
import { alertKey, totalsKey, waiverKey } from '../../../../shared/table/keys.ts';
import { buildClock, noon } from '../../../builders/fakes/clock.ts';
import { usualEngines } from '../../../builders/engines/engines.ts';
import { buildIngestDeps } from '../../../builders/worlds/ingest-deps.ts';
import { interleaved } from '../../../builders/fakes/scripted-table.ts';
import { addToTotals, buildOrderAlert, putAlerts } from '../../../builders/items/shop-alerts.ts';
import { eventsOf } from '../../../builders/items/shop-events.ts';
import { accessItem } from '../../../builders/items/stored-items.ts';
import { useTable } from '../../../builders/engines/table.ts';
import { putItems, readItem } from '../../../builders/items/table-items.ts';
import { buildWaiver } from '../../../builders/items/waiver.ts';

const hour = 3_600_000;
const quarter = 15 * 60_000;
const lastAction = { type: 'cancel_order', requestedAt: noon, requestedBy: 'ann', outcome: 'pending' } as const;
const requested = buildOrderAlert({ status: 'action_requested', lastAction });

describe.each(usualEngines())('a deadline on %s', (engine) => {
  const table = useTable(engine);
  const clock = buildClock();
  const meet = (due: number, on: Table = table) =>
    meetDeadline(buildIngestDeps(on, clock))({
      version: 1,
      shopId: 's',
      alertId: 'alert-1',
      due: toTimestamp(due),
    });
  const stored = () => readItem(table, alertKey('s', 'alert-1'));
  const told = async () =>
    (await eventsOf(table, 's')).map(({ type, detail, outboxPk }) => {
      const { change, status } = detail as { change: string; status: string };
      expect([type, outboxPk === undefined]).toEqual(['Alert Changed', false]);
      return [change, status];
    });
  const begin = async (alert: Alert) => {
    await putAlerts(table, 's', [alert]);
    await addToTotals(table, 's', { [`${alert.status}#${alert.kind}`]: 1 });
  };
  beforeEach(() => {
    clock.time = noon;
  });

  it('that nears is announced once, however often its schedule fires', async () => {
    await begin(buildOrderAlert());
    clock.time = noon + hour / 2;
    await Promise.all([meet(clock.time), meet(clock.time)]);
    await meet(clock.time);
    expect(await stored()).toMatchObject({ status: 'open', revision: 2, announcedFor: noon + hour });
    expect(await told()).toEqual([['deadline_near', 'open']]);
  });

  it('that has passed ends the alert, and its place in lists and totals', async () => {
    await begin(buildOrderAlert());
    clock.time = noon + hour;
    await Promise.all([meet(clock.time), meet(clock.time)]);
    expect(await stored()).toMatchObject({
      status: 'expired',
      listPk: 'ALERTS#s#security_alert_order#closed',
      ttl: expect.any(Number),
    });
    expect(await readItem(table, totalsKey('s'))).toMatchObject({ 'open#security_alert_order': 0 });
    expect(await told()).toEqual([['deadline_passed', 'expired']]);
  });

  it('counts though its schedule fires days late, for a shop whose access has ended too', async () => {
    await putItems(table, accessItem('s', { state: 'terminated' }));
    await begin(buildOrderAlert());
    clock.time = noon + 9 * 24 * hour;
    await meet(noon + hour / 2);
    expect(await told()).toEqual([['deadline_passed', 'expired']]);
  });

  it('that was moved ends nothing', async () => {
    await begin(buildOrderAlert({ respondBy: noon + 9 * hour }));
    clock.time = noon + hour;
    await meet(noon + hour);
    expect(await told()).toEqual([]);
  });

  it('that a later flag gave is announced half way from that flag', async () => {
    const deadlineGivenAt = noon + 72 * hour;
    await begin(buildOrderAlert({ deadlineGivenAt, respondBy: deadlineGivenAt + 3 * hour }));
    clock.time = deadlineGivenAt + 1.5 * hour - 1;
    await meet(deadlineGivenAt);
    expect(await told()).toEqual([]);
    clock.advance(1);
    await meet(clock.time);
    expect(await told()).toEqual([['deadline_near', 'open']]);
  });

  it('that is asked about early is asked about again', async () => {
    await begin(buildOrderAlert());
    clock.time = noon + hour / 2 - 1;
    await expect(meet(noon + hour / 2)).rejects.toMatchObject({ code: 'unavailable' });
    expect(await told()).toEqual([]);
  });

  it('of a request that nobody answers gives the alert back, its waiver left as it is', async () => {
    await begin(requested);
    clock.time = noon + quarter;
    await Promise.all([meet(clock.time), meet(clock.time)]);
    expect(await stored()).toMatchObject({
      status: 'open',
      changedAt: clock.time,
      lastAction: { ...lastAction, outcome: 'unanswered' },
    });
    expect(await readItem(table, totalsKey('s'))).toMatchObject({
      'open#security_alert_order': 1,
      'action_requested#security_alert_order': 0,
    });
    expect(await told()).toEqual([['action_unanswered', 'open']]);
  });

  it('of a request leads to an end where the alert’s own has passed', async () => {
    await begin({ ...requested, respondBy: noon + 1000 });
    clock.time = noon + quarter;
    await meet(clock.time);
    expect(await told()).toEqual([['action_unanswered', 'expired']]);
  });

  it('of a request voids its waiver where the order was shipped meanwhile, and leaves it pending where it was not', async () => {
    const { pk, sk } = waiverKey('s', 'order', 'order-1');
    for (const [alert, status] of [
      [requested, 'pending'],
      [{ ...requested, subjectClosedAt: noon + 1 }, 'void'],
    ] as const) {
      await putItems(table, { pk, sk, ...buildWaiver({ subjectId: 'order-1' }) });
      await begin(alert);
      clock.time = noon + quarter;
      await Promise.all([meet(clock.time), meet(clock.time)]);
      expect(await readItem(table, { pk, sk })).toMatchObject({ status });
    }
    expect(await readItem(table, totalsKey('s'))).toMatchObject({ 'waivers#pending': -1, 'waivers#void': 1 });
  });

  it('loses to a seller who acts in the same instant', async () => {
    await begin(buildOrderAlert());
    clock.time = noon + hour;
    const acted = { ...requested, revision: 2, lastAction: { ...lastAction, requestedAt: clock.time - 1 } };
    const racing = interleaved(table, async ({ name }) => {
      if (name === 'TransactWriteCommand') await putAlerts(table, 's', [acted]);
    });
    await meet(clock.time, racing);
    expect(await stored()).toMatchObject({ status: 'action_requested', revision: 2 });
    expect(await told()).toEqual([]);
  });

  it('of an alert that is gone or over does nothing', async () => {
    await meet(noon);
    await begin(buildOrderAlert({ status: 'resolved' }));
    clock.time = noon + hour;
    await meet(noon + hour);
    expect(await told()).toEqual([]);
  });

  it('asks for another delivery when the alert keeps changing', async () => {
    await begin(buildOrderAlert());
    clock.time = noon + hour;
    let revision = 1;
    const restless = interleaved(table, async ({ name }) => {
      if (name !== 'TransactWriteCommand') return;
      revision += 1;
      await putAlerts(table, 's', [buildOrderAlert({ revision })]);
    });
    await expect(meet(noon + hour, restless)).rejects.toMatchObject({ code: 'unavailable' });
  });
});
