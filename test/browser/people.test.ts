import { expect, it } from 'vitest';
import { demoShop, invitedNever, secondShop } from '../../local/demo/demo-shop.ts';
import { choosePerson, signIn, visitAs } from './pages/sign-in.ts';
import { shell } from './pages/shell.ts';
import { openShops } from './world/prepare-shop.ts';
import { describeInBrowser, useConsole } from './world/use-console.ts';

describeInBrowser('people of the console', () => {
  const world = useConsole({}, openShops);

  it('sign in where they wanted to go, and out again', async () => {
    const visit = await world().visit();
    const { page } = visit;
    await signIn(visit, 'Olivia Okafor', `/shops/${demoShop}/alerts`);
    await shell(page).title.filter({ hasText: 'Alerts' }).waitFor();
    expect(new URL(page.url())).toMatchObject({ pathname: `/shops/${demoShop}/alerts`, search: '' });

    // The page says at once that nobody is signed in; then it leads over the issuer, and is loaded again.
    const loaded = page.waitForEvent('load');
    await shell(page).chooseInAccount('Sign out');
    await loaded;
    await page.getByRole('button', { name: 'Sign in', exact: true }).waitFor();
    expect(await page.evaluate('JSON.stringify([{ ...localStorage }, { ...sessionStorage }])')).not.toContain('eyJ');
    await page.goBack();
    await page.getByRole('button', { name: 'Sign in', exact: true }).waitFor();
  });

  it('stay signed in over a reload, and leave no token where a script of another page could find it', async () => {
    const visit = await visitAs(world(), 'Olivia Okafor', `/shops/${demoShop}/block-list`);
    const { page } = visit;
    await page.reload();
    await shell(page).title.filter({ hasText: 'Block List' }).waitFor();
    expect(
      await page.evaluate('JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie])'),
    ).not.toContain('eyJ');
    expect(page.url()).not.toContain('code=');
  });

  it.each([
    ['Olivia Okafor', 'Owner'],
    ['Anan Suksai', 'Agent'],
    ['Valeria Núñez', 'Viewer: sees everything, changes nothing'],
  ] as const)('%s reads that they are: %s', async (person, role) => {
    const { page } = await visitAs(world(), person);
    await shell(page).account.click();
    await page.getByRole('menuitem', { name: 'Settings' }).filter({ hasText: role }).waitFor();
  });

  it('with two shops switch between them, and come back to the one that was open last', async () => {
    const visit = await visitAs(world(), 'Tran Minh Chau');
    const { page } = visit;
    await shell(page).title.filter({ hasText: 'Overview' }).waitFor();
    expect(page.url()).toContain(demoShop);
    await shell(page).chooseShop(secondShop);
    await page.waitForURL(`**/shops/${secondShop}/overview`);
    await shell(page).connection('Live').waitFor();
    await page.getByText('Europe/Berlin').first().waitFor();
    await visit.open('/');
    await page.waitForURL(`**/shops/${secondShop}/overview`);
  });

  it('of a shop that was not invited read what that means, and see no page of it', async () => {
    const { page } = await visitAs(world(), 'Nadia Haddad', `/shops/${invitedNever}/block-list`);
    await page.getByText('This shop does not have Seller Security Center yet').waitFor();
    await expect(page.getByRole('table').count()).resolves.toBe(0);
  });

  it('of a shop whose access has ended read what that means, and can sign out', async () => {
    const { page } = await visitAs(world(), 'Tomás Weber');
    await page.getByText('This shop’s access has ended').waitFor();
    await shell(page).chooseInAccount('Sign out');
    await page.getByRole('button', { name: 'Sign in', exact: true }).waitFor();
  });

  it('without a role in a shop do not see it', async () => {
    const visit = await visitAs(world(), 'Anan Suksai', `/shops/${demoShop}/overview`);
    await visit.open(`/shops/${secondShop}/alerts`);
    await visit.page.getByText('This shop is not open to you').waitFor();
  });

  it('who are sent back without having signed in are told so', async () => {
    const visit = await world().visit();
    await visit.open('/signed-in?error=access_denied&state=unknown');
    await visit.page
      .getByRole('alert')
      .filter({ hasText: /sign-in was/ })
      .waitFor();
    await visit.page.getByRole('button', { name: 'Sign in', exact: true }).click();
    await choosePerson(visit, 'Olivia Okafor');
  });
});
