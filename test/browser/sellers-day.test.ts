import { expect, it } from 'vitest';
import { demoShop } from '../../local/demo/demo-shop.ts';
import { orderStatusChanged } from '../../local/demo/marketplace.ts';
import { publish } from '../e2e/grant-access.ts';
import { askGate } from '../e2e/seller-client.ts';
import { alerts } from './pages/alerts.ts';
import { blocking } from './pages/blocking.ts';
import { overview } from './pages/overview.ts';
import { shell } from './pages/shell.ts';
import { visitAs } from './pages/sign-in.ts';
import { addBuyers, flagOrder, openShops, waitingOrder } from './world/prepare-shop.ts';
import { untilTold } from './world/console-world.ts';
import { describeInBrowser, useConsole } from './world/use-console.ts';

const abusive = { buyerId: '7495900000000000011', username: 'parcel.pirate' };
const risky = { buyerId: '7495900000000000012', username: 'new-here' };

describeInBrowser('a seller’s day', () => {
  const world = useConsole({}, async (opened) => {
    await openShops(opened);
    await addBuyers(opened, { [abusive.buyerId]: abusive.username, [risky.buyerId]: risky.username });
  });
  const gate = async (buyerId: string) =>
    (await askGate(world().product, [{ shopId: demoShop, buyerId }]))[0]?.decision;
  const waiverOf = async (subjectId: string): Promise<unknown> => {
    const query = new URLSearchParams({ shopId: demoShop, subjectId, subjectType: 'order' });
    const path = `/v1/performance/waivers?${query.toString()}`;
    return (await world().product.signedFetch('performance-service', path)).json();
  };

  it('from a blocked buyer over an alert that comes while they look, to the waiver of its cancellation', async () => {
    const { page } = await visitAs(world(), 'Olivia Okafor');
    await overview(page).firstDay.waitFor();

    expect(await gate(abusive.buyerId)).toBe('allow');
    await shell(page).findBuyer(abusive.username);
    await page.getByRole('link', { name: 'Block this buyer' }).click();
    await blocking(page).confirm(abusive.username);
    await blocking(page).choose({ reason: 'Malicious refund', note: 'Two empty parcels.' });
    await blocking(page).consequences.getByText('1 open order must still be fulfilled.').waitFor();
    await blocking(page).block(abusive.username);
    await blocking(page).done(abusive.username);
    expect(await gate(abusive.buyerId)).toBe('deny');

    await shell(page).go('Alerts');
    await page.getByText('Nothing needs an answer').waitFor();
    await shell(page).connection('Live').waitFor();
    await flagOrder(world(), risky.buyerId);
    await shell(page).openAlerts(1).waitFor(untilTold);
    await alerts(page).open(risky.username);
    await alerts(page).act('Cancel order');
    await alerts(page).dialog.getByText('The cancellation costs no performance penalty.').waitFor();
    await alerts(page).confirm('Cancel order');
    await alerts(page).story('Its answer is awaited.').waitFor();
    await shell(page).openAlerts(1).waitFor({ state: 'hidden' });

    const order = { ...waitingOrder(risky.buyerId), updatedAt: new Date().toISOString() };
    await publish(world().product, [orderStatusChanged({ ...order, status: 'CANCELLED' })]);
    await alerts(page).story('The order is cancelled, without a performance penalty.').waitFor(untilTold);
    await page.getByRole('link', { name: 'Open the waiver' }).click();
    await page.getByRole('row', { name: /^Confirmed, and granted .* Order service$/ }).waitFor(untilTold);
    await page.getByRole('main').getByText(order.orderId).first().waitFor();
    expect(await waiverOf(order.orderId)).toMatchObject({ waived: true });

    await shell(page).go('Activity');
    await page.getByRole('main').getByText(abusive.username).first().waitFor();
  });
});
