import { alertIdOf } from '../../../shared/alerts/alert-id.ts';

/** The shop of the tokens, one with the same kinds of objects, one that never was, one of a seller of neither, one whose access has ended, and two that complain about that. */
export const shops = {
  own: '7494049642642442001',
  foreign: '7494049642642442002',
  absent: '7494049642642442003',
  other: '7494049642642442004',
  ended: '7494049642642442005',
  complaining: '7494049642642442007',
  complainingToo: '7494049642642442008',
} as const;

/** Shop `a` is `own`, `b` is `foreign`; what has a `c` in its name is nowhere. All names of a kind are equally long. */
export type Letter = 'a' | 'b' | 'c';

/** Roles that may write: what one of them uses up, the other has a piece of its own of. */
export const writers = ['agent', 'owner'] as const;
export type Writer = (typeof writers)[number];

const shopOf: Readonly<Record<Letter, string>> = { a: shops.own, b: shops.foreign, c: shops.absent };
export const orderAlert = (letter: Letter, orderId: string) =>
  alertIdOf(shopOf[letter], 'security_alert_order', { type: 'order', id: orderId });
export const refundAlert = (letter: Letter, refundId: string) =>
  alertIdOf(shopOf[letter], 'risk_refund', { type: 'refund', id: refundId });

/** IDs of one kind of object in one's own shop, in another shop, and nowhere. */
export interface Objects {
  readonly own: string;
  readonly foreign: string;
  readonly absent: string;
  /** In the own shop, for a request that can be made of each but once. */
  readonly taken?: (by: Writer) => string;
}

const named = (name: (letter: Letter) => string): Objects => ({
  own: name('a'),
  foreign: name('b'),
  absent: name('c'),
});
const taggedAlert = named((letter) => orderAlert(letter, `order-tagged-${letter}`));
const blockedBuyer = named((letter) => `blocked-${letter}`);
const exemptBuyer = named((letter) => `exempt-${letter}`);

/** All that the routes can be asked about, but for cursors, which the product gives out. */
export const objects = {
  blockedBuyer,
  removableBuyer: { ...blockedBuyer, taken: (by) => `removed-a-${by}` },
  exemptBuyer,
  endableBuyer: { ...exemptBuyer, taken: (by) => `exempt-a-${by}` },
  exemptableBuyer: { ...named((letter) => `trusty-${letter}`), taken: (by) => `trusty-a-${by}` },
  liftableBuyer: named((letter) => `lifted-${letter}`),
  blockableBuyer: { ...named((letter) => `fresh-${letter}`), taken: (by) => `fresh-a-${by}` },
  alertOfBuyer: { ...taggedAlert, taken: (by) => orderAlert('a', `order-alerted-a-${by}`) },
  order: named((letter) => `order-tagged-${letter}`),
  refund: named((letter) => `refund-tagged-${letter}`),
  alert: taggedAlert,
  cancellable: { ...taggedAlert, taken: (by) => orderAlert('a', `order-cancelled-a-${by}`) },
  dismissible: { ...taggedAlert, taken: (by) => orderAlert('a', `order-dismissed-a-${by}`) },
  rejectable: {
    ...named((letter) => refundAlert(letter, `refund-tagged-${letter}`)),
    taken: (by) => refundAlert('a', `refund-rejected-a-${by}`),
  },
  waivedOrder: named((letter) => `order-waived-${letter}-1`),
  shop: { own: shops.own, foreign: shops.foreign, absent: '7494049642642442006' },
} as const satisfies Record<string, Objects>;

/** What the product names itself. */
export type GivenName = 'complaint';

/** Lists whose cursors are asked about. */
export const cursorNames = [
  'blocks',
  'exemptions',
  'alerts',
  'waivers',
  'activity',
  'shops',
  'covering',
  'retaliation',
  'complaints',
] as const;
export type CursorName = `${(typeof cursorNames)[number]}Cursor`;
export type ObjectName = keyof typeof objects | GivenName | CursorName;
