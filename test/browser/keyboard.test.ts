import { expect, it } from 'vitest';
import { demoShop } from '../../local/demo/demo-shop.ts';
import { openShop } from '../e2e/seller-client.ts';
import { blocking } from './pages/blocking.ts';
import { pressByKey, tabTo } from './pages/keyboard.ts';
import { shell } from './pages/shell.ts';
import { choosePerson, visitAs } from './pages/sign-in.ts';
import { untilTold } from './world/console-world.ts';
import { addBuyers, flagOrder, openShops } from './world/prepare-shop.ts';
import { describeInBrowser, useConsole } from './world/use-console.ts';

const buyerId = '7495900000000000031';
const username = 'keys.only';

describeInBrowser('the keyboard alone', () => {
  const world = useConsole({}, async (opened) => {
    await openShops(opened);
    await addBuyers(opened, { [buyerId]: username });
  });

  it('leads from signing in to a buyer who is blocked, and to an alert that is dismissed', async () => {
    const visit = await world().visit();
    const { page } = visit;
    const { keyboard } = page;
    const main = page.getByRole('main');
    await visit.open('/');
    await pressByKey(page, page.getByRole('button', { name: 'Sign in', exact: true }));
    await pressByKey(page, page.getByRole('button', { name: 'Olivia Okafor' }));
    await shell(page).connection('Live').waitFor();

    await keyboard.press('/');
    await keyboard.type(username);
    await keyboard.press('Enter');
    await pressByKey(page, main.getByRole('link', { name: 'Block this buyer' }));
    await pressByKey(page, main.getByRole('button', { name: 'Yes, this is the buyer' }));
    await tabTo(page, main.getByRole('radiogroup', { name: 'Reason' }).getByRole('radio'));
    await keyboard.press('ArrowDown');
    await pressByKey(page, main.getByRole('button', { name: 'Go on to check' }));
    await main.getByText('Abusive review', { exact: true }).waitFor();
    await pressByKey(page, main.getByRole('button', { name: `Block ${username}` }));
    await blocking(page).done(username);
    expect((await openShop(world().product, demoShop).ask([buyerId]))[0]?.decision).toBe('deny');

    await flagOrder(world(), buyerId);
    await shell(page).openAlerts(1).waitFor(untilTold);
    await keyboard.press('g');
    await keyboard.press('a');
    await shell(page).title.filter({ hasText: 'Alerts' }).waitFor();
    await pressByKey(page, main.getByRole('link', { name: username }));
    await pressByKey(page, main.getByRole('button', { name: 'Dismiss' }));
    const dialog = page.getByRole('alertdialog');
    await tabTo(page, dialog.getByRole('radio'));
    await keyboard.press('Space');
    await pressByKey(page, dialog.getByRole('button', { name: 'Dismiss' }));
    await main.getByText('The alert was dismissed.').waitFor();
  });

  it('finds everything in the palette, and leaves each dialog with Escape to where it was', async () => {
    const visit = await world().visit();
    const { page } = visit;
    await visit.open(`/shops/${demoShop}/overview`);
    await pressByKey(page, page.getByRole('button', { name: 'Sign in', exact: true }));
    await pressByKey(page, page.getByRole('button', { name: 'Olivia Okafor' }));
    await shell(page).connection('Live').waitFor();
    await page.keyboard.press('Control+k');
    const palette = page.getByRole('dialog', { name: 'Command palette' });
    await palette.waitFor();
    await page.keyboard.type('waivers');
    await page.keyboard.press('Enter');
    await shell(page).title.filter({ hasText: 'Waivers' }).waitFor();
    await page.keyboard.press('?');
    await page.getByRole('dialog', { name: 'Keyboard shortcuts' }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
  });

  it('leaves single characters alone for a person who has turned them off, also after a reload', async () => {
    const visit = await visitAs(world(), 'Olivia Okafor', `/shops/${demoShop}/overview`);
    const { page } = visit;
    const { keyboard } = page;
    const list = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
    const palette = page.getByRole('dialog', { name: 'Command palette' });
    await shell(page).connection('Live').waitFor();
    await keyboard.press('?');
    await list.getByRole('link', { name: 'Turn them off in the settings' }).click();
    await page.getByRole('checkbox', { name: 'Shortcuts of single characters' }).press('Space');
    await page.reload();
    await shell(page).title.filter({ hasText: 'Settings' }).waitFor();
    await keyboard.press('?');
    await keyboard.press('g');
    await keyboard.press('a');
    await keyboard.press('Control+k');
    await palette.waitFor();
    // Had one of them acted, the page would be another by now, or a dialog would lie behind this one.
    expect(await page.getByRole('dialog').count()).toBe(1);
    await shell(page).title.filter({ hasText: 'Settings' }).waitFor({ state: 'attached' });
    await keyboard.type('keyboard shortcuts');
    await keyboard.press('Enter');
    await list.getByText('Shortcuts of single letters and signs are turned off for you.').waitFor();
    expect(await list.getByText('Go to Alerts').count()).toBe(0);
    await keyboard.press('Escape');

    // In the same browser, somebody else has theirs.
    await shell(page).chooseInAccount('Sign out');
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
    await choosePerson(visit, 'Anan Suksai');
    await shell(page).connection('Live').waitFor();
    await keyboard.press('?');
    await list.getByText('Go to Alerts').waitFor();
  });
});
