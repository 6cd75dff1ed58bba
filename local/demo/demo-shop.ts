import type { LinkGroup, Order, Profile } from './marketplace.ts';

/** The shop that every start without --empty holds. IDs are longer than a double can count, as marketplaces' are. */
export const demoShop = '7494049642642441621';
/** A second shop of one of its owners, with little in it. */
export const secondShop = '7494049642642441688';
/** A shop whose access was ended. */
export const terminatedShop = '7494049642642441702';
/** A shop that nobody has granted access. */
export const invitedNever = '7494049642642441755';

const names = [
  'mira.sews',
  'Mira.Sews',
  'parcel_pirate',
  'refund.rita',
  'rita_two',
  'rita.iii',
  'jürgen-k',
  'quiet_quentin',
  'bulkbuyer88',
  'резеда',
  'last.minute.lou',
  'five_star_fay',
] as const;

export const demoBuyers: readonly Profile[] = names.map((username, i) => ({
  buyerId: `74958${String(310_482_199_451_00 + i * 7_919).padStart(14, '0')}`,
  username,
  revision: 1,
}));

/** The buyer of that name. */
export function demoBuyer(username: (typeof names)[number]): Profile {
  const found = demoBuyers.find((buyer) => buyer.username === username);
  if (!found) throw new Error(`There is no demo buyer ${username}.`);
  return found;
}

/** Whom the first steps look up and block. */
export const bannerBuyer = demoBuyer('parcel_pirate');

const idsOf = (...usernames: Parameters<typeof demoBuyer>[0][]) =>
  usernames.map((username) => demoBuyer(username).buyerId);

export const demoGroups: readonly LinkGroup[] = [
  { groupId: '880017', buyerIds: idsOf('refund.rita', 'rita_two', 'rita.iii'), revision: 1 },
  // A family may share one.
  { groupId: '880042', buyerIds: idsOf('bulkbuyer88', 'last.minute.lou'), evidence: ['device'], revision: 1 },
];

const statuses = ['AWAITING_SHIPMENT', 'IN_TRANSIT', 'DELIVERED', 'COMPLETED', 'CANCELLED'];

/** Two orders a buyer, of the last days before `now` (epoch milliseconds). */
export function demoOrders(now: number): readonly Order[] {
  const hours = (count: number) => new Date(now - count * 3_600_000).toISOString();
  return demoBuyers.flatMap(({ buyerId }, i) =>
    [0, 1].map((turn) => ({
      shopId: demoShop,
      orderId: `57646${String(920_000_000_000_00 + i * 104_729 + turn).padStart(14, '0')}`,
      buyerId,
      status: statuses[(i + turn * 2) % statuses.length] ?? 'COMPLETED',
      createdAt: hours(6 + i * 5 + turn * 60),
      updatedAt: hours(1 + i),
      amount: { value: `${12 + i * 3}.${turn}9`, currency: 'USD' },
    })),
  );
}

/** Orders of three of the buyers in the second shop; the first waits to be shipped. */
export function secondShopOrders(now: number): readonly Order[] {
  return (['five_star_fay', 'jürgen-k', 'mira.sews'] as const).map((username, i) => ({
    shopId: secondShop,
    orderId: `57649${String(410_000_000_000_00 + i * 104_729).padStart(14, '0')}`,
    buyerId: demoBuyer(username).buyerId,
    status: i === 0 ? 'AWAITING_SHIPMENT' : 'DELIVERED',
    createdAt: new Date(now - (4 + i * 20) * 3_600_000).toISOString(),
    updatedAt: new Date(now - (1 + i) * 3_600_000).toISOString(),
    amount: { value: `${24 + i * 7}.50`, currency: 'EUR' },
  }));
}

/** Bodies of the blocks that the shop already has, without the buyer's ID and name. */
export const demoBlocks = [
  {
    buyer: demoBuyer('refund.rita'),
    reason: 'malicious_refund',
    scope: 'linked_user_ids',
    duration: 'permanent',
    note: 'Empty parcels returned three times.',
  },
  { buyer: demoBuyer('quiet_quentin'), reason: 'order_abuse', scope: 'user_id_only', duration: '90_days' },
  { buyer: demoBuyer('bulkbuyer88'), reason: 'reseller_abuse', scope: 'user_id_only', duration: '90_days' },
] as const;

/** Whom the shop exempts from blocks of linked accounts: one of those whom its first block covers. */
export const demoExemption = {
  buyer: demoBuyer('rita_two'),
  note: 'The sister. Pays, and keeps what she orders.',
} as const;
