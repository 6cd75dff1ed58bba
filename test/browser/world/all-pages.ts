import type { Page } from 'playwright-core';
import { demoBuyer, demoShop, terminatedShop } from '../../../local/demo/demo-shop.ts';
import { blocking } from '../pages/blocking.ts';
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
/** A path of the demo shop. */
export const inShop = (path: string): string => `/shops/${demoShop}/${path}`;

const buyer = (username: Parameters<typeof demoBuyer>[0]): string => demoBuyer(username).buyerId;

const press =
  (name: string | RegExp, role: 'button' | 'link' = 'button') =>
  async (page: Page): Promise<void> =>
    page.getByRole('main').getByRole(role, { name }).first().click();
const dialog = (page: Page) => page.getByRole('alertdialog').or(page.getByRole('dialog')).waitFor();
const steps =
  (...each: readonly ((page: Page) => Promise<unknown>)[]) =>
  async (page: Page): Promise<void> => {
    for (const step of each) await step(page);
  };
const newBlock = inShop(`block-list/new?buyerId=${buyer('five_star_fay')}`);
const confirm = (page: Page) => blocking(page).confirm('five_star_fay');
const choose = (page: Page) => blocking(page).choose({ reason: 'Order abuse', note: 'Refuses parcels at the door.' });

/** Every page, and what can be opened on it without changing anything. */
export const allPages: readonly ShownPage[] = [
  { name: 'overview', path: inShop('overview'), shows: text('refund.rita') },
  { name: 'overview-30-days', path: inShop('overview?days=30'), shows: text('refund.rita') },
  { name: 'alerts', path: inShop('alerts'), shows: row('refund.rita') },
  { name: 'alerts-waiting', path: inShop('alerts?show=waiting'), shows: row('last.minute.lou') },
  { name: 'alerts-fraud', path: inShop('alerts?show=fraud'), shows: row('parcel_pirate') },
  { name: 'alerts-all', path: inShop('alerts?show=all'), shows: row('bulkbuyer88') },
  {
    name: 'alerts-none',
    path: inShop('alerts?severity=high&dueBefore=2020-01-01T00:00:00.000Z'),
    shows: text('No alert fits'),
  },
  {
    name: 'alert',
    path: inShop('alerts'),
    shows: steps(press('refund.rita', 'link'), text('Why it was flagged'), text('Other alerts of this buyer')),
  },
  { name: 'alert-refund', path: inShop('alerts'), shows: steps(press('parcel_pirate', 'link'), text('Reject refund')) },
  {
    name: 'alert-cancel',
    path: inShop('alerts'),
    shows: steps(press('refund.rita', 'link'), press('Cancel order'), dialog),
  },
  {
    name: 'alert-dismiss',
    path: inShop('alerts'),
    shows: steps(press('refund.rita', 'link'), press('Dismiss'), dialog),
  },
  { name: 'block-list', path: inShop('block-list'), shows: row('quiet_quentin') },
  { name: 'block', path: inShop(`block-list/${buyer('quiet_quentin')}`), shows: text('With this buyer, in your shop') },
  { name: 'block-of-nobody', path: inShop('block-list/nobody'), shows: text('There is no block of this buyer') },
  { name: 'block-new', path: inShop('block-list/new'), shows: heading('Block a buyer') },
  { name: 'block-import', path: inShop('block-list/import'), shows: heading('Import blocks') },
  {
    name: 'block-new-who',
    path: inShop(`block-list/new?buyerId=${buyer('mira.sews')}`),
    shows: text('Is this the buyer you mean?'),
  },
  { name: 'block-new-how', path: newBlock, shows: steps(confirm, text('Scope of the block')) },
  { name: 'block-new-check', path: newBlock, shows: steps(confirm, choose, text('Check, then block')) },
  {
    name: 'block-remove',
    path: inShop(`block-list/${buyer('quiet_quentin')}`),
    shows: steps(press('Remove'), dialog),
  },
  { name: 'buyer-search', path: inShop('buyers'), shows: heading('Find a buyer') },
  {
    name: 'buyer-not-found',
    path: inShop('buyers?username=nobody'),
    shows: text('No buyer is known here by exactly'),
  },
  { name: 'buyer', path: inShop(`buyers/${buyer('parcel_pirate')}`), shows: text('Alerts about this buyer') },
  { name: 'buyer-exempt', path: inShop(`buyers/${buyer('rita_two')}`), shows: text('Exempted by') },
  { name: 'exempt-list', path: inShop('exempt-list'), shows: row('rita_two') },
  { name: 'exempt-end', path: inShop('exempt-list'), shows: steps(press('End exemption'), dialog) },
  { name: 'exempt-new', path: inShop('exempt-list/new'), shows: text('Whom do you want to exempt?') },
  {
    name: 'exempt-new-confirm',
    path: inShop(`exempt-list/new?buyerId=${buyer('rita.iii')}`),
    shows: text('Is this the buyer you mean?'),
  },
  { name: 'waivers', path: inShop('waivers'), shows: row('Granted') },
  {
    name: 'waiver',
    path: inShop('waivers?status=granted'),
    shows: steps(press(/^Order /, 'link'), text('Step by step')),
  },
  { name: 'activity', path: inShop('activity'), shows: heading('Activity') },
  { name: 'help', path: inShop('help'), shows: heading('Help') },
  { name: 'settings', path: inShop('settings'), shows: heading('Settings') },
  {
    name: 'palette',
    path: inShop('overview'),
    shows: steps(text('refund.rita'), (page) => page.keyboard.press('Control+k'), dialog),
  },
  {
    name: 'shortcuts',
    path: inShop('alerts'),
    shows: steps(row('refund.rita'), (page) => page.keyboard.press('?'), dialog),
  },
  { name: 'no-such-page', path: inShop('nothing-here'), shows: text('There is no such page') },
  { name: 'viewer-block-list', path: inShop('block-list'), person: 'Valeria Núñez', shows: row('quiet_quentin') },
  { name: 'not-invited', path: '/', person: 'Nadia Haddad', shows: text('Whether you can ask for it') },
  {
    name: 'access-ended',
    path: `/shops/${terminatedShop}/alerts`,
    person: 'Tomás Weber',
    shows: text('Your shop sold goods that section 4'),
  },
];
