import type { Locator, Page } from 'playwright-core';

export type ShopPage = 'Overview' | 'Alerts' | 'Block List' | 'Waivers' | 'Activity' | 'Help';

/** What stands around every page of a shop. */
export function shell(page: Page) {
  const rail = page.getByRole('navigation', { name: 'Pages' });
  const choose = async (opener: Locator, choice: string | RegExp): Promise<void> => {
    await opener.click();
    await page
      .getByRole('menuitemradio', { name: choice })
      .or(page.getByRole('menuitem', { name: choice }))
      .click();
  };
  const account = page.getByRole('button', { name: /^Your account/ });
  return {
    rail,
    account,
    main: page.getByRole('main'),
    title: page.getByRole('main').getByRole('heading', { level: 1 }),
    /** By the rail; on a phone, by the bar at the bottom. */
    async go(to: ShopPage): Promise<void> {
      await rail.getByRole('link', { name: to }).click();
      await page.getByRole('main').getByRole('heading', { level: 1, name: to }).waitFor();
    },
    connection: (state: 'Live' | 'Reconnecting' | 'Connecting' | 'Not live') =>
      page.getByRole('banner').getByRole('status').filter({ hasText: state }),
    openAlerts: (count: number) =>
      rail.getByRole('link', { name: `${count.toLocaleString('en-US')} open alert${count === 1 ? '' : 's'}` }),
    findBuyer: async (username: string): Promise<void> => {
      const search = page.getByRole('searchbox', { name: 'Find a buyer by exact username or order ID' });
      await search.fill(username);
      await search.press('Enter');
    },
    chooseInAccount: (choice: string | RegExp) => choose(account, choice),
    chooseAppearance: (choice: 'Light' | 'Dark' | 'As this device') =>
      choose(page.getByRole('button', { name: 'Appearance' }), choice),
    chooseShop: (shopId: string) => choose(page.getByRole('button', { name: /^Choose a shop/ }), new RegExp(shopId)),
  };
}

/** Leads to a path without loading the console again, as a link would that stands nowhere. */
export async function goInside(page: Page, path: string): Promise<void> {
  await page.evaluate(
    `history.pushState(null, '', ${JSON.stringify(path)}); dispatchEvent(new PopStateEvent('popstate'))`,
  );
}
