import { beforeEach, describe, expect, it } from 'vitest';
import { digestOffset } from '../../../../shared/notifications/digest-name.ts';
import { mostNamed } from '../../../../shared/notifications/digest-items.ts';
import { digestKey } from '../../../../shared/table/keys.ts';
import { buildClock, noon } from '../../../builders/fakes/clock.ts';
import { usualEngines } from '../../../builders/engines/engines.ts';
import { buildNoticeWorld, digestMilliseconds } from '../../../builders/worlds/notice-world.ts';
import { scanPrefix } from '../../../builders/items/partitions.ts';
import { buildOrderAlert, putAlerts } from '../../../builders/items/shop-alerts.ts';
import { accessItem } from '../../../builders/items/stored-items.ts';
import { useTable } from '../../../builders/engines/table.ts';
import { putItems } from '../../../builders/items/table-items.ts';

const notify = { channel: 'email', address: 'ann@example.com' } as const;

describe.each(usualEngines())('notices on %s', (engine) => {
  const table = useTable(engine);
  const clock = buildClock();
  const world = buildNoticeWorld(table, clock);
  const alert = buildOrderAlert();
  const named = async () => (await world.digests()).map(({ alertIds }) => [...(alertIds as Set<string>)].toSorted());
  beforeEach(async () => {
    clock.time = noon;
    world.reset();
    await putItems(table, accessItem('s', { notify }));
  });

  it('of one window go into one digest, with one schedule', async () => {
    const alerts = ['a', 'b', 'c'].map((alertId) => buildOrderAlert({ alertId }));
    await putAlerts(table, 's', alerts);
    await Promise.all(alerts.map((one) => world.hear(one)));
    expect(await named()).toEqual([['a', 'b', 'c']]);
    const [digest, ...others] = world.scheduled();
    expect(others).toEqual([]);
    expect(Number(digest)).toBeGreaterThan(noon);
    expect(Number(digest)).toBeLessThanOrEqual(noon + digestMilliseconds);
  });

  it('are taken once, however often their event is delivered, in whichever window', async () => {
    await putAlerts(table, 's', [alert]);
    await Promise.all([world.hear(alert), world.hear(alert)]);
    clock.advance(2 * digestMilliseconds);
    await world.hear(alert);
    expect(await named()).toEqual([['alert-1']]);
    expect(world.schedules.size).toBe(1);
  });

  it('get their schedule from the next delivery when it could not be made', async () => {
    await putAlerts(table, 's', [alert]);
    const broken = () => Promise.reject(new Error('no answer'));
    await expect(world.hear(alert, 'raised', table, broken)).rejects.toThrow('no answer');
    clock.advance(2 * digestMilliseconds);
    await world.hear(alert);
    expect(world.scheduled()).toEqual((await world.digests()).map(({ pk }) => String(pk).split('#')[2]));
    expect(world.schedules.size).toBe(1);
  });

  it('make no schedule again for a digest that was sent', async () => {
    await putAlerts(table, 's', [alert]);
    await world.hear(alert);
    await world.send(world.scheduled()[0] ?? '');
    world.schedules.clear();
    await world.hear(alert);
    expect(world.schedules.size).toBe(0);
  });

  it('go into the next digest when this one is on its way', async () => {
    await putAlerts(table, 's', [alert]);
    await world.hear(alert);
    await world.send(world.scheduled()[0] ?? '');
    const second = buildOrderAlert({ alertId: 'second' });
    await putAlerts(table, 's', [second]);
    await world.hear(second);
    const [first, next] = world.scheduled().map(Number);
    expect(Number(next) - Number(first)).toBe(digestMilliseconds);
  });

  it('come again when the alert comes back to its seller, and when its deadline is near', async () => {
    await putAlerts(table, 's', [alert]);
    await world.hear(alert);
    const back = buildOrderAlert({ revision: 3, changedAt: noon });
    await putAlerts(table, 's', [back]);
    await world.hear(back, 'action_refused');
    const near = buildOrderAlert({ revision: 4, announcedFor: alert.respondBy ?? 0 });
    await putAlerts(table, 's', [near]);
    await world.hear(near, 'deadline_near');
    const causes = (await scanPrefix(table, 'NOTICE#s#')).map(({ cause }) => cause);
    expect(causes.toSorted()).toEqual([`near.${alert.respondBy}`, 'raised', 'reopened.3']);
    expect(await named()).toEqual([['alert-1']]);
  });

  it('beyond what a digest can name are counted', async () => {
    const alerts = Array.from({ length: 2 }, (_, index) => buildOrderAlert({ alertId: `new-${index}` }));
    await putAlerts(table, 's', alerts);
    await world.hear(alerts[0] ?? alert);
    const [digest = ''] = world.scheduled();
    const alertIds = new Set(Array.from({ length: mostNamed }, (_, index) => `old-${index}`));
    await putItems(table, { ...digestKey('s', digest), status: 'pending', alertIds });
    for (const delivery of [1, 2]) {
      await world.hear(alerts[1] ?? alert);
      expect((await world.digests())[0], `delivery ${delivery}`).toMatchObject({ more: 1, alertIds });
    }
  });

  it.each([
    ['a shop that wants none', accessItem('s')],
    ['a shop whose access has ended', accessItem('s', { state: 'terminated', notify })],
  ])('are none for %s', async (_, access) => {
    await putItems(table, access);
    await putAlerts(table, 's', [alert]);
    await world.hear(alert);
    expect(await world.digests()).toEqual([]);
  });

  it('are none for an alert that was answered before its event came', async () => {
    await putAlerts(table, 's', [buildOrderAlert({ status: 'dismissed', revision: 2 })]);
    await world.hear(alert);
    expect(world.schedules.size).toBe(0);
  });

  it('ask for another delivery when every digest is on its way', async () => {
    await putAlerts(table, 's', [alert]);
    const first = Math.floor(noon / digestMilliseconds) * digestMilliseconds + digestOffset('s', digestMilliseconds);
    const dues = [0, 1, 2, 3].map((window) => String(first + window * digestMilliseconds));
    await putItems(table, ...dues.map((due) => ({ ...digestKey('s', due), status: 'sent' })));
    await expect(world.hear(alert)).rejects.toMatchObject({ code: 'unavailable' });
  });
});
