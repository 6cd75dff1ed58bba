/**
 * The least that DynamoDB's model charges for what an operation has to read and write: a strongly consistent read 1
 * unit, a page of an index half of one, an item of a transaction 2, any other item that is written 1, and an entry that a
 * write makes or takes away in an index 1; each of up to 4 KB read or 1 KB written. Nothing that the operation's promise
 * names can be left out; whatever else the product does stands in `beyond`, with its reason.
 */
export interface Least {
  readonly roundTrips: number;
  readonly readUnits: number;
  readonly writeUnits: number;
  readonly beyond?: Beyond;
}

/** What the product takes more, and why. No more than this is allowed. */
export interface Beyond {
  readonly roundTrips?: number;
  readonly readUnits?: number;
  readonly writeUnits?: number;
  readonly because: string;
}

/** Of each write of a seller, which counts before anything is read: a refused one costs one unit (decision 042). */
export const countedWrite: Beyond = {
  roundTrips: 1,
  writeUnits: 1,
  because: 'each write of a seller is counted before anything is read for it (decision 042)',
};

interface Promised {
  readonly roundTrips: number;
  /** Items and pages of a partition, by name. */
  readonly reads?: readonly string[];
  /** Pages of an index. */
  readonly indexPages?: number;
  /** Items of transactions, by name: put, changed, deleted or conditioned on. */
  readonly transacted?: readonly string[];
  /** Items that are written alone. */
  readonly written?: readonly string[];
  /** Entries of indexes. */
  readonly entries?: number;
}

export function least(
  { roundTrips, reads = [], indexPages = 0, transacted = [], written = [], entries = 0 }: Promised,
  beyond?: Beyond,
): Least {
  return {
    roundTrips,
    readUnits: reads.length + indexPages / 2,
    writeUnits: transacted.length * 2 + written.length + entries,
    ...(beyond ? { beyond } : {}),
  };
}
