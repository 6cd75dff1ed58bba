import { beforeEach, describe, expect, it } from 'vitest';
import { engines } from '../../../builders/engines/engines.ts';
import { useTable } from '../../../builders/engines/table.ts';
import { buildClock, noon } from '../../../builders/fakes/clock.ts';
import { eventsOf } from '../../../builders/items/shop-events.ts';
import { buildApis } from '../../../builders/worlds/seller-api.ts';
import { buildSettingsApi } from '../../../builders/worlds/settings-api.ts';

const all = (delivery: string) => ({ low: delivery, medium: delivery, high: delivery });
const unset = {
  revision: 0,
  alerts: { security_alert_order: all('digest'), risk_refund: all('digest'), fraud_outcome: all('off') },
  expiringBlocks: 'digest',
  timeZone: 'Africa/Cairo',
  channel: 'email',
};
const quietHours = { from: '22:00', to: '07:00' };

describe.each(engines())('notification settings on %s', (engine) => {
  const table = useTable(engine);
  const clock = buildClock();
  const { ops } = buildApis(table, clock);
  const shop = buildSettingsApi(table, clock)('s');
  const changes = async () => eventsOf(table, 's', 'Notification Settings Changed');
  beforeEach(async () => {
    clock.time = noon;
    const notify = { channel: 'email', address: 'ann@example.com' };
    await ops.set('s', { timeZone: 'Africa/Cairo', notify });
  });

  it('are what holds where nothing is set, without the address', async () => {
    expect((await shop.notifications()).body).toEqual(unset);
  });

  it('are what was set, by owners and agents, each change with its event', async () => {
    const alerts = { risk_refund: { ...all('off'), high: 'at_once' } };
    const set = { ...unset, alerts: { ...unset.alerts, ...alerts }, expiringBlocks: 'off', quietHours };
    expect(await shop.setNotifications({ alerts, expiringBlocks: 'off', quietHours })).toMatchObject({
      status: 200,
      body: { ...set, revision: 1 },
    });
    expect((await shop.notifications({ role: 'viewer' })).body).toEqual({ ...set, revision: 1 });
    expect((await shop.setNotifications({}, { subject: 'bob', role: 'agent' })).body).toEqual({
      ...unset,
      revision: 2,
    });
    expect(await changes()).toMatchObject([
      { actor: { kind: 'seller', id: 'ann' }, detail: { revision: 1 } },
      { actor: { kind: 'seller', id: 'bob' }, detail: { revision: 2 } },
    ]);
  });

  it('that change nothing leave no event', async () => {
    await shop.setNotifications({ quietHours });
    expect((await shop.setNotifications({ quietHours })).body['revision']).toBe(1);
    expect((await changes()).length).toBe(1);
  });

  it.each([
    ['a kind that there is not', { alerts: { reviews: all('off') } }, 'alerts.reviews'],
    ['a way that there is not', { alerts: { risk_refund: all('sms') } }, 'alerts.risk_refund.low'],
    ['a severity left out', { alerts: { risk_refund: { low: 'off' } } }, 'alerts.risk_refund.medium'],
    ['ends at once', { expiringBlocks: 'at_once' }, 'expiringBlocks'],
    ['no time of day', { quietHours: { from: '24:00', to: '07:00' } }, 'quietHours.from'],
    ['hours without an end', { quietHours: { from: '22:00' } }, 'quietHours.to'],
    ['hours that are none', { quietHours: { from: '22:00', to: '22:00' } }, 'quietHours.to'],
  ])('are refused for %s, by the field', async (_, body, path) => {
    const answer = await shop.setNotifications(body);
    expect(answer).toMatchObject({
      status: 400,
      body: { errors: expect.arrayContaining([expect.objectContaining({ path })]) },
    });
    expect((await shop.notifications()).body).toEqual(unset);
  });

  it('lose no edit of two people who send If-Match', async () => {
    const headers = { 'if-match': String((await shop.notifications()).headers['etag']) };
    const answers = await Promise.all([
      shop.setNotifications({ quietHours }, { headers }),
      shop.setNotifications({ expiringBlocks: 'off' }, { subject: 'bob', headers }),
    ]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 412]);
  });

  it('are set once for one key, also where that changed nothing', async () => {
    const first = await shop.setNotifications({ quietHours }, { key: 'k' });
    await shop.setNotifications({}, { subject: 'bob' });
    expect((await shop.setNotifications({ quietHours }, { key: 'k' })).body).toEqual(first.body);
    expect((await shop.notifications()).body).toEqual({ ...unset, revision: 2 });
    await shop.setNotifications({}, { key: 'same' });
    await shop.setNotifications({ quietHours }, { subject: 'bob' });
    await shop.setNotifications({}, { key: 'same' });
    expect((await shop.notifications()).body).toMatchObject({ revision: 3, quietHours });
  });

  it('are closed to viewers, and to a shop whose access has ended; they outlast it', async () => {
    await shop.setNotifications({ quietHours });
    expect((await shop.setNotifications({}, { role: 'viewer' })).status).toBe(403);
    await ops.set('s', { state: 'terminated', timeZone: 'Africa/Cairo' });
    expect((await shop.setNotifications({})).body['code']).toBe('access_not_active');
    await ops.set('s', { timeZone: 'Africa/Cairo' });
    expect((await shop.notifications()).body).toMatchObject({ revision: 1, quietHours });
  });
});
