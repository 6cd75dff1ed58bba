import { expect, it, vi } from 'vitest';
import { patientWithProduct } from '../builders/patience.ts';
import { demoShop } from '../../local/demo/demo-shop.ts';
import { openShop, newBlock } from '../e2e/seller-client.ts';
import { grantAccess } from '../e2e/grant-access.ts';
import { alerts } from './pages/alerts.ts';
import { blocking } from './pages/blocking.ts';
import { shell } from './pages/shell.ts';
import { visitAs } from './pages/sign-in.ts';
import { inShop } from './world/all-pages.ts';
import { untilTold } from './world/console-world.ts';
import { addBuyers, flagOrder, openShops } from './world/prepare-shop.ts';
import { describeInBrowser, useConsole } from './world/use-console.ts';

const blocked = { buyerId: '7495900000000000021', username: 'on.the.list' };
const flagged = { buyerId: '7495900000000000022', username: 'flagged-one' };
const third = { buyerId: '7495900000000000023', username: 'third.one' };
const people = [blocked, flagged, third];

/** What changes something, wherever it stands. */
const changes = /^(Block|Cancel order|Reject|Dismiss|Extend|Change|Remove)/;

describeInBrowser('roles, limits and two sellers at once', () => {
  const world = useConsole({}, async (opened) => {
    await openShops(opened);
    await addBuyers(opened, Object.fromEntries(people.map(({ buyerId, username }) => [buyerId, username])));
    const block = newBlock(blocked.buyerId, { username: blocked.username, note: 'Seen twice.' });
    const shop = openShop(opened.product, demoShop);
    await shop.seller('POST', 'blocks', block);
    await vi.waitFor(async () => {
      if ((await shop.ask([blocked.buyerId]))[0]?.decision !== 'deny') throw new Error('The block was not added.');
    }, patientWithProduct);
    await flagOrder(opened, flagged.buyerId);
    await flagOrder(opened, third.buyerId, 30);
  });

  it('a viewer sees everything, reads who may act, and finds nothing to press that is refused', async () => {
    const { page } = await visitAs(world(), 'Valeria Núñez', inShop('alerts'));
    const main = page.getByRole('main');
    const nothingToPress = async () => {
      await expect(main.getByRole('button', { name: changes }).count()).resolves.toBe(0);
      await expect(main.getByRole('link', { name: /^Block (a|this) buyer/ }).count()).resolves.toBe(0);
    };
    await alerts(page).row(flagged.username).waitFor(untilTold);
    await nothingToPress();
    await alerts(page).open(flagged.username);
    await main.getByText('An owner or an agent of the shop can answer it.').waitFor();
    await nothingToPress();
    await shell(page).go('Block List');
    await main.getByRole('link', { name: blocked.username }).click();
    await main.getByText('Seen twice.').waitFor();
    await main
      .getByText(/An owner or an agent of the shop can/)
      .first()
      .waitFor();
    await nothingToPress();
  });

  it('an agent removes a block after reading what follows, and the buyer can order again', async () => {
    const { page } = await visitAs(world(), 'Anan Suksai', inShop(`block-list/${blocked.buyerId}`));
    await page.getByRole('main').getByRole('button', { name: 'Remove' }).click();
    const dialog = page.getByRole('alertdialog').or(page.getByRole('dialog'));
    await dialog.getByText('The buyer can place orders in this shop again at once').waitFor();
    await dialog.getByRole('button', { name: 'Remove the block' }).click();
    await page.getByText('The block is removed.').first().waitFor();
    expect((await openShop(world().product, demoShop).ask([blocked.buyerId]))[0]?.decision).toBe('allow');
  });

  it('the second of two sellers on one alert reads what the first has done, before anything of theirs is', async () => {
    const first = await visitAs(world(), 'Olivia Okafor', inShop('alerts'));
    const second = await visitAs(world(), 'Anan Suksai', inShop('alerts'));
    await alerts(first.page).row(flagged.username).waitFor(untilTold);
    await alerts(second.page).open(flagged.username);
    await alerts(second.page).act('Dismiss');
    await alerts(second.page).chooseVerdict('The flag is wrong');
    // What the first one does reaches the second by nothing but the refusal.
    await second.page.context().setOffline(true);
    second.faults.expect(/ERR_INTERNET_DISCONNECTED|WebSocket/);

    await alerts(first.page).open(flagged.username);
    await alerts(first.page).act('Dismiss');
    await alerts(first.page).chooseVerdict('I accept the risk');
    await alerts(first.page).confirm('Dismiss');
    await alerts(first.page).story('The alert was dismissed.').waitFor();

    const refused = second.page.waitForResponse((response) => response.status() === 412);
    await second.page.context().setOffline(false);
    await alerts(second.page).confirm('Dismiss');
    await refused;
    await alerts(second.page).dialog.getByText('This alert has changed since you opened this').waitFor();
    await alerts(second.page)
      .dialog.getByText(/dismissed it/)
      .waitFor();
  });

  it('at the limit of a day, one reads it before choosing anything, with the time when it begins again', async () => {
    await grantAccess(world().product, demoShop, { quotas: { newBlocksPerDay: 1, blocks: 100 } });
    const { page } = await visitAs(world(), 'Olivia Okafor', inShop(`block-list/new?buyerId=${third.buyerId}`));
    await page.getByText('Today’s new blocks are used up').waitFor();
    await grantAccess(world().product, demoShop, { quotas: { newBlocksPerDay: 10, blocks: 100 } });
  });

  it('a refusal at the last step keeps what was entered, and says what to do', async () => {
    const { page } = await visitAs(world(), 'Olivia Okafor', inShop(`block-list/new?buyerId=${third.buyerId}`));
    await blocking(page).confirm(third.username);
    await blocking(page).choose({ reason: 'Harassment', note: 'Threats in the chat.' });
    await blocking(page).consequences.waitFor();
    const shop = openShop(world().product, demoShop);
    await shop.seller('POST', 'blocks', newBlock(third.buyerId, { username: third.username }));
    await page
      .getByText(/on (your|the) Block List/)
      .first()
      .waitFor(untilTold);
    await expect(page.getByRole('button', { name: `Block ${third.username}` }).count()).resolves.toBe(0);
  });
});
