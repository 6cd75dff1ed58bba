/**
 * The least that DynamoDB's model charges an operation for the items that its promise names: a strongly consistent
 * read 1 unit, an item of a transaction 2, an entry of an index 1 (read: half), each of up to 4 or 1 KB.
 */
export interface Least {
  readonly roundTrips: number;
  readonly readUnits: number;
  readonly writeUnits: number;
  /** Why the product takes more, where it does. */
  readonly because?: string;
}

/** Reads by item; items of the one transaction; entries of indexes that it writes. */
const least = (
  roundTrips: number,
  reads: readonly string[],
  writes: readonly string[] = [],
  indexed = 0,
  because?: string,
): Least => ({
  roundTrips,
  readUnits: reads.length,
  writeUnits: writes.length * 2 + indexed,
  ...(because === undefined ? {} : { because }),
});

const addWrites = ['access', 'profile', 'ledger', 'block', 'marker', 'blocked by', 'event', 'record'];
const missesCostLess =
  'the links are read only once the buyer is known to be of this shop: a lookup that finds nobody costs less';
const ledgerIsRead =
  'the ledger is read before it is conditioned on (decision 010): a refusal then costs one unit, not a cancelled transaction of 16';

export const leastCosts = {
  'grant access': least(2, ['access'], ['access', 'ledger', 'event'], 2),
  'read access': least(1, ['access', 'ledger']),
  'find buyer by username': {
    ...least(4, ['access', 'profile', 'orders', 'links', 'group']),
    readUnits: 5.5,
    because: missesCostLess,
  },
  'find buyer by order': {
    ...least(3, ['access', 'order', 'profile', 'orders', 'links', 'group']),
    because: missesCostLess,
  },
  'add block': least(
    2,
    ['access', 'record', 'profile', 'orders'],
    addWrites,
    2,
    `${ledgerIsRead}; the links come along in the same batch, for either scope`,
  ),
  'add block, linked': least(
    2,
    ['access', 'record', 'profile', 'orders', 'links'],
    [...addWrites, 'links'],
    2,
    ledgerIsRead,
  ),
  // Blocks of about 0.4 KB each, from an index: 8 KB are two half units.
  'list 20 blocks': { ...least(2, ['access']), readUnits: 2 },
  'get block': least(1, ['access', 'block']),
  'extend block': least(
    2,
    ['access', 'record', 'block'],
    ['access', 'block', 'ledger', 'marker', 'blocked by', 'event', 'record'],
    2,
    'the profile is read along, in case the change brings a note: an erased buyer gets none',
  ),
  'remove block': least(
    2,
    ['access', 'record', 'block'],
    ['access', 'block', 'ledger', 'blocked by', 'ended', 'event', 'record'],
    2,
  ),
  'gate: allow': least(1, ['marker']),
  'gate: deny': least(2, ['marker', 'block', 'access']),
  'gate: allow 50': { ...least(1, []), readUnits: 50 },
  'gate: deny 50 in 10 shops': { ...least(2, []), readUnits: 110 },
} as const satisfies Readonly<Record<string, Least>>;

export type Operation = keyof typeof leastCosts;
