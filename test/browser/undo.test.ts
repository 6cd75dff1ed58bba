import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { demoBuyer, demoShop } from '../../local/demo/demo-shop.ts';
import { askGate } from '../e2e/seller-client.ts';
import { shell } from './pages/shell.ts';
import { visitAs } from './pages/sign-in.ts';
import { inShop } from './world/all-pages.ts';
import { desktop, phone, untilTold } from './world/console-world.ts';
import { axeFindings, sidewaysScroll } from './world/page-checks.ts';
import { describeInBrowser, useConsole } from './world/use-console.ts';

const { buyerId, username } = demoBuyer('quiet_quentin');

/** What axe finds in either look, and what does not fit on a phone. */
async function findings(page: Page): Promise<readonly string[]> {
  const found: string[] = [];
  for (const viewport of [desktop, phone]) {
    await page.setViewportSize(viewport);
    for (const colorScheme of ['dark', 'light'] as const) {
      await page.emulateMedia({ colorScheme });
      found.push(...(await axeFindings(page, colorScheme === 'dark' ? ['color-contrast'] : 'all')));
    }
    found.push(...(await sidewaysScroll(page)));
  }
  await page.setViewportSize(desktop);
  return found;
}

describeInBrowser('the removal of a block', () => {
  const world = useConsole({ demo: true });
  const decision = async () => (await askGate(world().product, [{ shopId: demoShop, buyerId }]))[0]?.decision;
  const notice = (page: Page) => page.getByRole('main').getByText(`You removed the block of ${username}`).first();
  const undo = (page: Page) => page.getByRole('main').getByRole('button', { name: 'Undo' }).first();
  const remove = async (page: Page) => {
    await page.getByRole('main').getByRole('button', { name: 'Remove', exact: true }).click();
    await page.getByRole('alertdialog').getByText('You can undo this for 15 minutes.').waitFor();
    await page.getByRole('alertdialog').getByRole('button', { name: 'Remove the block' }).click();
  };

  it('is undone after a reload, from the Block List, the buyer’s page or the activity', async () => {
    const { page } = await visitAs(world(), 'Olivia Okafor', inShop(`block-list/${buyerId}`));
    await remove(page);
    await notice(page).waitFor();
    expect(await decision()).toBe('allow');
    await page.reload();
    await notice(page).waitFor();
    expect(await findings(page)).toEqual([]);
    await undo(page).click();
    // Rows that come while somebody looks wait to be shown.
    await page.getByRole('button', { name: '1 new block' }).click();
    await page.getByRole('row').filter({ hasText: username }).first().waitFor();
    await notice(page).waitFor({ state: 'hidden' });
    expect(await decision()).toBe('deny');

    await page.goto(inShop(`buyers/${buyerId}`));
    await page.getByText('A new order would be stopped').waitFor();
    await page.getByText(/^Removed from .* orders in that time were not stopped$/).waitFor();
    await remove(page);
    await notice(page).waitFor();
    await page.getByText('A new order would go through').waitFor();
    await page.getByText('Somebody of the shop removed the last block.').waitFor();
    expect(await findings(page)).toEqual([]);
    await undo(page).click();
    await page.getByText('A new order would be stopped').waitFor();

    await page.goto(inShop(`block-list/${buyerId}`));
    await remove(page);
    await shell(page).go('Activity');
    await undo(page).waitFor(untilTold);
    expect(await findings(page)).toEqual([]);
    await undo(page).click();
    await undo(page).waitFor({ state: 'hidden' });
    expect(await decision()).toBe('deny');
  });

  it('is told to a viewer, who cannot undo it', async () => {
    const owner = await visitAs(world(), 'Olivia Okafor', inShop(`block-list/${buyerId}`));
    await remove(owner.page);
    await notice(owner.page).waitFor();
    const { page } = await visitAs(world(), 'Valeria Núñez', inShop(`block-list/${buyerId}`));
    await page.getByText('An owner or an agent of the shop can bring it back.').waitFor();
    expect(await undo(page).count()).toBe(0);
    await undo(owner.page).click();
    await notice(owner.page).waitFor({ state: 'hidden' });
  });
});
