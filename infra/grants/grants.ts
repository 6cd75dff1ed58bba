import type { Partition } from '../../shared/kernel/words/partition-key.ts';

/** Leaves out Scan, and PartiQL, on purpose: they reach items without naming their partition. */
type TableAction =
  | 'GetItem'
  | 'BatchGetItem'
  | 'Query'
  | 'PutItem'
  | 'UpdateItem'
  | 'DeleteItem'
  | 'ConditionCheckItem';

/** Actions on the partitions that begin so. A transaction needs the action of each of its items; all that one BatchGetItem reads must stand in one of these. */
export interface TableGrant {
  readonly actions: readonly TableAction[];
  readonly partitions: readonly Partition[];
  /** Never in a transaction: it keeps a statement of its own, while all others of its kind are one. */
  readonly alone?: true;
}

/** What a function may do with the table: no function may do more, on one machine as on AWS. */
export interface TableGrants {
  readonly table?: readonly TableGrant[];
  /** Queries of an index, on the partitions of that index. */
  readonly indexes?: readonly {
    readonly index: 'listing' | 'unpublished';
    readonly partitions: readonly Partition[];
  }[];
}

/** All that a function may do beside writing its own logs. A construct makes statements of each, and the variables that go with it. */
export interface Grants extends TableGrants {
  /** Sends messages straight into this queue: `<QUEUE>_QUEUE_URL`. */
  readonly sendsTo?: string;
  /** Has messages sent to this queue at instants of its choice: `SCHEDULE_…`. */
  readonly schedulesInto?: string;
  /** Puts our own events on the bus: `BUS_NAME`. */
  readonly publishesEvents?: true;
  /** Sends mails to sellers: `MAIL_SENDER`, and `CONSOLE_URL` where one is known. */
  readonly sendsMails?: true;
  /** Posts to the WebSocket's connections and closes them: `LIVE_CALLBACK_URL`. */
  readonly postsToConnections?: true;
  /** Signs with the present key of receipts: `RECEIPT_KEY_ARN`. */
  readonly signsReceipts?: true;
  /** Reads the public halves of all keys of receipts: `RECEIPT_KEY_ARNS`, the present one first. */
  readonly readsReceiptKeys?: true;
  /** Tells clients where the WebSocket is: `LIVE_URL`. */
  readonly tellsLiveUrl?: true;
}

/** Whether a function knows the table at all. */
export function reachesTable({ table, indexes }: TableGrants): boolean {
  return table !== undefined || indexes !== undefined;
}
