import type { Page } from 'playwright-core';
import { demoShop, terminatedShop } from '../../../local/demo/demo-shop.ts';
import type { PersonName } from '../pages/sign-in.ts';

/** A page, or a state of one, that the demo shop can show. */
export interface ShownPage {
  /** Of its picture, in kebab-case. */
  readonly name: string;
  readonly path: string;
  /** Somebody else than the owner of the demo shop. */
  readonly person?: PersonName;
  /** What is there when it has loaded. */
  readonly shows: (page: Page) => Promise<unknown>;
}

const heading =
  (name: string | RegExp, level = 1) =>
  (page: Page) =>
    page.getByRole('main').getByRole('heading', { level, name }).first().waitFor();
const row = (text: string) => (page: Page) => page.getByRole('row').filter({ hasText: text }).first().waitFor();
const text = (shown: string) => (page: Page) => page.getByText(shown).first().waitFor();
const inShop = (path: string): string => `/shops/${demoShop}/${path}`;

/** Everything that can be opened by its address. */
export const allPages: readonly ShownPage[] = [
  { name: 'overview', path: inShop('overview'), shows: row('refund.rita') },
  { name: 'alerts', path: inShop('alerts'), shows: row('refund.rita') },
  { name: 'block-list', path: inShop('block-list'), shows: row('quiet_quentin') },
  { name: 'buyers', path: inShop('buyers'), shows: heading('Find a buyer') },
  { name: 'waivers', path: inShop('waivers'), shows: heading('Waivers') },
  { name: 'activity', path: inShop('activity'), shows: heading('Activity') },
  { name: 'help', path: inShop('help'), shows: heading('Help') },
  { name: 'settings', path: inShop('settings'), shows: heading('Settings') },
  { name: 'no-such-page', path: inShop('nothing-here'), shows: text('There is no such page') },
  { name: 'not-invited', path: '/', person: 'Nadia Haddad', shows: text('This shop is not invited yet') },
  {
    name: 'access-ended',
    path: `/shops/${terminatedShop}/alerts`,
    person: 'Tomás Weber',
    shows: text('This shop’s access has ended'),
  },
];
