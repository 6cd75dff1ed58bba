import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, expect, it } from 'vitest';
import { demoShop } from '../../local/demo/demo-shop.ts';
import { overview } from './pages/overview.ts';
import { shell } from './pages/shell.ts';
import { visitAs } from './pages/sign-in.ts';
import { untilTold } from './world/console-world.ts';
import { addBuyers, flagOrder, openShops } from './world/prepare-shop.ts';
import { describeInBrowser, useConsole } from './world/use-console.ts';

const minutes = (count: number): number => count * 60;
const buyers = { '7495900000000000001': 'before.the.gap', '7495900000000000002': 'in.the.gap' };
const start = `/shops/${demoShop}/overview`;

describeInBrowser('a session and its connections', () => {
  const data = mkdtempSync(join(tmpdir(), 'ssc-browser-'));
  const world = useConsole({ args: ['--data', data] }, async (opened) => {
    await openShops(opened);
    await addBuyers(opened, buyers);
  });
  afterAll(() => rmSync(data, { recursive: true, force: true }));

  const advance = (seconds: number) => world().product.local('POST', 'clock', { advanceSeconds: seconds });
  const tokensIssued = (page: Page) => {
    let count = 0;
    page.on('response', (response) => {
      if (response.url().endsWith('/issuer/token') && response.ok()) count++;
    });
    return () => count;
  };
  it('get a new token before the old one ends, while nobody does anything', async () => {
    const visit = await world().visit();
    await visit.page.clock.install();
    await visit.open(start);
    await visit.page.getByRole('button', { name: 'Sign in', exact: true }).click();
    await visit.page.getByRole('button', { name: 'Olivia Okafor' }).click();
    await shell(visit.page).connection('Live').waitFor();
    const renewed = visit.page.waitForResponse((response) => response.url().endsWith('/issuer/token') && response.ok());
    await advance(minutes(14.5));
    await visit.page.clock.fastForward('14:30');
    await renewed;
  });

  it('get a new token when the API refuses the old one, and nobody notices', async () => {
    const { page } = await visitAs(world(), 'Olivia Okafor', start);
    await shell(page).connection('Live').waitFor();
    const count = tokensIssued(page);
    await advance(minutes(16));
    await shell(page).go('Block List');
    await page.getByText('Nobody is on the Block List').waitFor();
    expect(count()).toBe(1);
  });

  it('end where the issuer ends them: the page stays, and comes back after signing in again', async () => {
    const { page, faults } = await visitAs(world(), 'Olivia Okafor', start);
    // The issuer's refusal, which the browser notes.
    faults.expect(/status of 400 .*\/issuer\/token/);
    await shell(page).connection('Live').waitFor();
    await advance(minutes(13 * 60));
    await shell(page).rail.getByRole('link', { name: 'Block List' }).click();
    const dialog = page.getByRole('alertdialog', { name: 'Your sign-in has ended' });
    await dialog.getByRole('button', { name: 'Sign in again' }).click();
    await page.getByRole('button', { name: 'Olivia Okafor' }).click();
    await page.getByText('Nobody is on the Block List').waitFor();
    expect(new URL(page.url()).pathname).toBe(`/shops/${demoShop}/block-list`);
  });

  it('say that they are offline, and go on by themselves', async () => {
    const { page, faults } = await visitAs(world(), 'Olivia Okafor', start);
    faults.expect(/ERR_INTERNET_DISCONNECTED/);
    await shell(page).connection('Live').waitFor();
    await page.context().setOffline(true);
    await page.getByText('You are offline.').waitFor();
    await page.context().setOffline(false);
    await page.getByText('You are offline.').waitFor({ state: 'hidden' });
    await shell(page).go('Block List');
    await page.getByText('Nobody is on the Block List').waitFor();
  });

  it('show at once what happens, and after a lost connection what happened meanwhile', async () => {
    const { page, faults } = await visitAs(world(), 'Olivia Okafor', start);
    faults.expect(/ERR_CONNECTION_REFUSED|WebSocket connection/);
    await shell(page).connection('Live').waitFor();
    await flagOrder(world(), '7495900000000000001');
    await overview(page).alertOf('before.the.gap').waitFor(untilTold);
    await shell(page).openAlerts(1).waitFor(untilTold);

    await world().restart();
    await flagOrder(world(), '7495900000000000002');
    await shell(page).connection('Live').waitFor(untilTold);
    await shell(page).openAlerts(2).waitFor(untilTold);
    // Rows stay where they are until somebody asks for what is new.
    await overview(page).newOnes(1).click(untilTold);
    await overview(page).alertOf('in.the.gap').waitFor();
  });
});
