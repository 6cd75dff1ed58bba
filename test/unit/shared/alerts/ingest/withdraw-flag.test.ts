import { describe, expect, it } from 'vitest';
import { platformScope } from '../../../../../shared/access/scope.ts';
import { alertIdAbout } from '../../../../../shared/alerts/alert-id.ts';
import { raiseAlert } from '../../../../../shared/alerts/ingest/raise-alert.ts';
import { orderFlag } from '../../../../../shared/alerts/ingest/to-flag.ts';
import { withdrawFlag } from '../../../../../shared/alerts/ingest/withdraw-flag.ts';
import { orderRiskFlagged } from '../../../../../shared/contracts/events/order-risk-flagged.ts';
import { riskFlagWithdrawn } from '../../../../../shared/contracts/events/risk-flag-withdrawn.ts';
import { noon } from '../../../../builders/fakes/clock.ts';
import { fakeAlertShop } from '../../../../builders/fakes/fake-alert-shop.ts';
import { inbound } from '../../../../builders/worlds/ingest-world.ts';

const alertId = alertIdAbout('shop', { type: 'order', id: 'o1' });
const flag = (shop: ReturnType<typeof fakeAlertShop>, at: number) =>
  raiseAlert(
    shop.deps,
    platformScope('shop', 'test'),
    orderFlag(orderRiskFlagged.detail.parse(inbound.orderFlag(at).detail)),
  );
const withdraw = (shop: ReturnType<typeof fakeAlertShop>, at: number, detail: object = {}) =>
  withdrawFlag(shop.deps)(riskFlagWithdrawn.detail.parse(inbound.withdrawal(at, detail).detail), {
    time: noon,
    sentAt: noon,
  });

describe('a withdrawal', () => {
  it('ends the alert of its flag, in one read and one write', async () => {
    const shop = fakeAlertShop();
    await flag(shop, 1);
    shop.calls.length = 0;
    await withdraw(shop, 2);
    expect(shop.alertAbout('order', 'o1')).toMatchObject({ status: 'withdrawn', withdrawnAt: noon + 2000 });
    expect(shop.calls).toEqual(['readWithdrawal', 'save']);
  });

  it('ends an alert of a shop without access, and remembers nothing there', async () => {
    const shop = fakeAlertShop();
    await flag(shop, 1);
    shop.state.access = undefined;
    await withdraw(shop, 2);
    await withdraw(shop, 2, { subject: { type: 'order', id: 'o2' } });
    expect(shop.alertAbout('order', 'o1')?.status).toBe('withdrawn');
    expect(shop.withdrawals.size).toBe(0);
  });

  it('of flags that may still come is remembered, the newest, and not a second time', async () => {
    const shop = fakeAlertShop();
    await withdraw(shop, 2);
    await withdraw(shop, 2);
    await withdraw(shop, 1);
    expect(shop.withdrawals.get(alertId)).toBe(noon + 2000);
    expect(shop.calls.filter((call) => call === 'remember')).toHaveLength(1);
    await withdraw(shop, 3);
    expect(shop.withdrawals.get(alertId)).toBe(noon + 3000);
  });

  it('that says no instant takes back the flags of the whole second in which it was published', async () => {
    const shop = fakeAlertShop();
    await withdraw(shop, 0, { withdrawnAt: undefined });
    expect(shop.withdrawals.get(alertId)).toBe(noon + 999);
  });

  it('finds the flag that comes while it is being remembered', async () => {
    const shop = fakeAlertShop();
    shop.meanwhile(() => flag(shop, 1));
    await withdraw(shop, 2);
    expect(shop.alertAbout('order', 'o1')?.status).toBe('withdrawn');
    expect(shop.withdrawals.size).toBe(0);
  });

  it('leaves the alert of a later flag, though that comes while it is being written', async () => {
    const shop = fakeAlertShop();
    await flag(shop, 1);
    shop.meanwhile(() => flag(shop, 3));
    await withdraw(shop, 2);
    expect(shop.alertAbout('order', 'o1')).toMatchObject({ status: 'open', flaggedAt: noon + 3000 });
  });
});
