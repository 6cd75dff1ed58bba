import { expect, it } from 'vitest';
import { demoBuyer } from '../../local/demo/demo-shop.ts';
import { blocking } from './pages/blocking.ts';
import { visitAs } from './pages/sign-in.ts';
import { inShop } from './world/all-pages.ts';
import { axeFindings } from './world/page-checks.ts';
import { describeInBrowser, useConsole } from './world/use-console.ts';

describeInBrowser('the exempt list', () => {
  const world = useConsole({ demo: true });

  it('takes a buyer by exact username, shows them, and lets them go again', async () => {
    const { page } = await visitAs(world(), 'Olivia Okafor', inShop('block-list'));
    const main = page.getByRole('main');
    await main.getByRole('link', { name: 'Exempt list' }).click();
    await main.getByRole('row').filter({ hasText: 'rita_two' }).waitFor();
    await main.getByRole('link', { name: 'Exempt a buyer' }).first().click();
    await blocking(page).find('rita.iii');
    await main.getByRole('region', { name: 'Is this the buyer you mean?' }).getByText('rita.iii').first().waitFor();
    await main.getByRole('textbox', { name: /^Note/ }).fill('Her cousin.');
    expect(await axeFindings(page, 'all')).toEqual([]);
    await main.getByRole('button', { name: 'Exempt rita.iii' }).click();
    const row = main.getByRole('row').filter({ hasText: 'rita.iii' });
    await row.getByText('Her cousin.').waitFor();

    await row.getByRole('link').click();
    await main.getByRole('heading', { name: 'On your exempt list' }).waitFor();
    await main.getByRole('button', { name: 'End exemption' }).click();
    await page.getByRole('alertdialog').getByRole('button', { name: 'End exemption' }).click();
    await main.getByRole('heading', { name: 'Not on your exempt list' }).waitFor();
  });

  it('says of a blocked buyer why not, and of any other nothing about links', async () => {
    const { page } = await visitAs(world(), 'Olivia Okafor', inShop('exempt-list/new'));
    const main = page.getByRole('main');
    await blocking(page).find('quiet_quentin');
    await main.getByText('This buyer is on the Block List already').waitFor();
    await expect(main.getByRole('button', { name: /^Exempt/ }).count()).resolves.toBe(0);
    const textOf = async (username: Parameters<typeof demoBuyer>[0]) => {
      await page.goto(`${new URL(page.url()).origin}${inShop(`buyers/${demoBuyer(username).buyerId}`)}`);
      return main.getByRole('region', { name: 'Not on your exempt list' }).innerText();
    };
    // A linked block covers the one, and nobody is linked to the other.
    expect(await textOf('rita.iii')).toBe(await textOf('mira.sews'));
  });

  it('shows by what accounts are linked where the scope is chosen', async () => {
    const { page } = await visitAs(
      world(),
      'Olivia Okafor',
      inShop(`block-list/new?buyerId=${demoBuyer('last.minute.lou').buyerId}`),
    );
    await blocking(page).confirm('last.minute.lou');
    const scope = page.getByRole('main').getByRole('radiogroup', { name: 'Scope of the block' });
    await scope.getByText('Device').waitFor();
    await scope.getByText('Weak evidence').waitFor();
  });

  it('lets a viewer read it, and nothing more', async () => {
    const { page } = await visitAs(world(), 'Valeria Núñez', inShop('exempt-list'));
    const main = page.getByRole('main');
    await main.getByRole('row').filter({ hasText: 'rita_two' }).waitFor();
    await expect(main.getByRole('button').count()).resolves.toBe(0);
    await expect(main.getByRole('link', { name: 'Exempt a buyer' }).count()).resolves.toBe(0);
  });
});
