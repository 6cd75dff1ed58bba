import { expect, it } from 'vitest';
import { demoShop } from '../../local/demo/demo-shop.ts';
import { grantAccess } from '../e2e/grant-access.ts';
import { visitAs } from './pages/sign-in.ts';
import { inShop } from './world/all-pages.ts';
import { phone } from './world/console-world.ts';
import { axeFindings, sidewaysScroll } from './world/page-checks.ts';
import { openShops } from './world/prepare-shop.ts';
import { describeInBrowser, useConsole } from './world/use-console.ts';

const told = 'Please read section 4.\nשלום <b>';
const complaint = 'These three refunds\nwere found malicious by you.';

describeInBrowser('a shop whose access has ended', () => {
  const world = useConsole({}, async (opened) => {
    await openShops(opened);
    await grantAccess(opened.product, demoShop, { state: 'terminated', reasonCode: 'policy', text: told });
  });
  const asOps = async (method: 'GET' | 'POST', path: string, body?: unknown) => {
    const response = await world().product.signedFetch('ops', `/v1/admin/complaints${path}`, { method, body });
    if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
    return (await response.json()) as { items: { complaintId: string; text: string }[] };
  };
  const decide = async (outcome: string, text: string) => {
    const [open] = (await asOps('GET', '')).items;
    await asOps('POST', `/${open?.complaintId}/decision`, { outcome, text });
    return open?.text;
  };

  it('reads why, complains, reads the answer, complains again, and works on once it is upheld', async () => {
    const { page } = await visitAs(world(), 'Olivia Okafor', inShop('alerts'));
    const main = page.getByRole('main');
    await main.getByText('The marketplace’s policies for shops').waitFor();
    expect(await main.getByText('Please read section 4.').innerText()).toBe(told);

    await main.getByRole('button', { name: 'Send the complaint' }).click();
    await main.getByText('Write why it is wrong.').first().waitFor();
    const field = main.getByRole('textbox', { name: 'Why it is wrong' });
    await field.fill(complaint);
    await page.reload();
    expect(await field.inputValue()).toBe(complaint);
    expect(await axeFindings(page, 'all')).toEqual([]);
    await main.getByRole('button', { name: 'Send the complaint' }).click();
    await main.getByText('Your complaint is being looked at').waitFor();
    expect(await main.getByText('These three refunds').innerText()).toBe(complaint);
    await expect(main.getByRole('button', { name: 'Send the complaint' }).count()).resolves.toBe(0);
    expect(await axeFindings(page, 'all')).toEqual([]);

    expect(await decide('rejected', 'They were not.')).toBe(complaint);
    await page.reload();
    await main.getByText('Your complaint was rejected').waitFor();
    await main.getByText('They were not.').waitFor();
    expect(await field.inputValue()).toBe('');
    await page.setViewportSize({ ...phone, width: 360 });
    expect(await sidewaysScroll(page)).toEqual([]);
    expect(await axeFindings(page, 'all')).toEqual([]);
    await field.fill('Look again.');
    await main.getByRole('button', { name: 'Send the complaint' }).click();
    await main.getByText('Your complaint is being looked at').waitFor();

    const viewer = await visitAs(world(), 'Valeria Núñez', inShop('overview'));
    await viewer.page.getByText('Look again.').waitFor();

    expect(await decide('upheld', 'You are right.')).toBe('Look again.');
    await page.reload();
    await page
      .getByRole('heading', { level: 1, name: 'Overview' })
      .or(page.getByRole('heading', { level: 1, name: 'Alerts' }))
      .waitFor();
  });

  it('shows a viewer who may complain, and nothing to press', async () => {
    await grantAccess(world().product, demoShop, { state: 'terminated' });
    const { page } = await visitAs(world(), 'Valeria Núñez', inShop('overview'));
    const main = page.getByRole('main');
    await main.getByText('An owner or an agent of the shop can complain.').waitFor();
    await main.getByText('The marketplace decided to end it').waitFor();
    await expect(main.getByRole('button', { name: 'Send the complaint' }).count()).resolves.toBe(0);
    await expect(main.getByRole('textbox').count()).resolves.toBe(0);
  });

  it('tells the second of two who complain that one is open, and shows it', async () => {
    await grantAccess(world().product, demoShop, { state: 'terminated' });
    const first = await visitAs(world(), 'Olivia Okafor', inShop('overview'));
    const second = await visitAs(world(), 'Anan Suksai', inShop('overview'));
    for (const [{ page }, text] of [
      [first, 'By Olivia.'],
      [second, 'By Anan.'],
    ] as const)
      await page.getByRole('textbox', { name: 'Why it is wrong' }).fill(text);
    await first.page.getByRole('button', { name: 'Send the complaint' }).click();
    await first.page.getByText('Your complaint is being looked at').waitFor();
    second.faults.expect(/409/);
    await second.page.getByRole('button', { name: 'Send the complaint' }).click();
    await second.page.getByText('By Olivia.').waitFor();
  });
});
