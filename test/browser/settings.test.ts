import { mkdirSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { membersOf } from '../../local/demo/demo-people.ts';
import { demoShop } from '../../local/demo/demo-shop.ts';
import { grantAccess } from '../e2e/grant-access.ts';
import { visitAs } from './pages/sign-in.ts';
import { inShop } from './world/all-pages.ts';
import { phone } from './world/console-world.ts';
import { axeFindings, sidewaysScroll } from './world/page-checks.ts';
import { openShops } from './world/prepare-shop.ts';
import { describeInBrowser, useConsole } from './world/use-console.ts';

/** Pictures of what is tried, for somebody who looks at them. */
const pictures = process.env['SSC_PICTURES'];
const picture = async (page: Page, name: string): Promise<void> => {
  if (pictures === undefined) return;
  mkdirSync(pictures, { recursive: true });
  await page.screenshot({ path: `${pictures}/${name}.png`, fullPage: true });
};

describeInBrowser('the settings of a shop', () => {
  const world = useConsole({}, async (opened) => {
    await openShops(opened);
    await grantAccess(opened.product, demoShop, {
      notify: { channel: 'seller_center_message' },
      members: membersOf(demoShop),
    });
  });

  it('take what an owner wants to be told, keep it, and show it to a viewer without a dead button', async () => {
    const { page } = await visitAs(world(), 'Olivia Okafor', inShop('settings'));
    const card = page.getByRole('region', { name: 'Messages to the shop' });
    await card.getByText('Messages come in Seller Center.').waitFor();
    const save = card.getByRole('button', { name: 'Save' });
    expect(await save.isDisabled()).toBe(true);
    expect(await axeFindings(page, 'all')).toEqual([]);

    const refunds = card.getByRole('group', { name: 'Risk Refund' });
    await refunds.getByRole('button', { name: /High/ }).click();
    await page.getByRole('option', { name: 'At once' }).click();
    await card.getByText(/No messages in quiet hours/).click();
    await card.getByLabel('To').fill('22:00');
    await card.getByText('Choose two different times.').waitFor();
    await card.getByLabel('To').fill('06:30');
    await picture(page, 'settings-desktop');
    expect(await axeFindings(page, 'all')).toEqual([]);
    await save.click();
    await page.getByText('The messages are set.').waitFor();

    await page.reload();
    await refunds.getByRole('button', { name: /At once/ }).waitFor();
    expect(await card.getByLabel('To').inputValue()).toBe('06:30');

    const viewer = await visitAs(world(), 'Valeria Núñez', inShop('settings'));
    const seen = viewer.page.getByRole('region', { name: 'Messages to the shop' });
    await seen.getByText(/Quiet hours from .*22:00.* to .*06:30/).waitFor();
    expect(await seen.getByRole('button').count()).toBe(0);
    await viewer.page.getByText('Only owners can change who works here.').waitFor();
    expect(await axeFindings(viewer.page, 'all')).toEqual([]);
  });

  it('let an owner invite, change and remove people, by the ID that those find themselves', async () => {
    const invited = await visitAs(world(), 'Tran Minh Chau', inShop('settings'));
    await invited.page.getByText('demo-two-shops').first().waitFor();

    const { page } = await visitAs(world(), 'Olivia Okafor', inShop('settings'));
    const card = page.getByRole('region', { name: 'Who works in this shop' });
    await card.getByText('demo-viewer', { exact: true }).first().waitFor();
    await card.getByRole('button', { name: 'Let in' }).click();
    await card.getByText('Enter the ID of the person.').waitFor();
    await card.getByRole('textbox', { name: 'ID of the person' }).fill('  new-colleague ');
    await card.getByRole('button', { name: 'Let in' }).click();
    await card.getByText('new-colleague', { exact: true }).waitFor();
    await card.getByRole('button', { name: /^Remove .*new-colleague/ }).waitFor();
    expect(await axeFindings(page, 'all')).toEqual([]);

    await card.getByRole('button', { name: /Role of .*new-colleague/ }).click();
    await page.getByRole('option', { name: 'Viewer' }).click();
    await card
      .getByRole('button', { name: /Viewer/ })
      .first()
      .waitFor();
    await page.setViewportSize({ ...phone, width: 360 });
    await picture(page, 'settings-phone');
    expect(await sidewaysScroll(page)).toEqual([]);
    expect(await axeFindings(page, 'all')).toEqual([]);
    await card.getByRole('button', { name: /^Remove .*new-colleague/ }).click();
    await card.getByText('new-colleague', { exact: true }).waitFor({ state: 'detached' });

    await page.goto(new URL(inShop('activity'), page.url()).href);
    await page
      .getByText(/changed who works in this shop: .*0.* added, .*0.* with another role, .*1.* removed/)
      .waitFor();
  });

  it('say how fair the blocking looks, and what that means', async () => {
    const { page } = await visitAs(world(), 'Olivia Okafor', inShop('overview'));
    const card = page.getByRole('region', { name: 'How fair your blocking looks' });
    await card.getByText('Kept after customer support looked').waitFor();
    await card.getByText('What this means, and when access ends').click();
    await card.getByText(/No number ends the access by itself/).waitFor();
    await picture(page, 'fairness-desktop');
    expect(await axeFindings(page, 'all')).toEqual([]);
    await page.emulateMedia({ colorScheme: 'dark' });
    await page.setViewportSize({ ...phone, width: 360 });
    await picture(page, 'fairness-phone-dark');
    expect(await sidewaysScroll(page)).toEqual([]);
    expect(await axeFindings(page, 'all')).toEqual([]);
  });
});
