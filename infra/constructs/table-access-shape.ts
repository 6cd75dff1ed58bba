/** Leaves out Scan, and PartiQL, on purpose: they reach items without naming their partition. */
type TableAction =
  | 'GetItem'
  | 'BatchGetItem'
  | 'Query'
  | 'PutItem'
  | 'UpdateItem'
  | 'DeleteItem'
  | 'ConditionCheckItem';

/** What a function may do with the table; a construct makes its policy of it. */
export interface TableAccess {
  /** Actions on the partitions whose key matches one of these patterns. A transaction needs the action of each of its items. */
  readonly table?: readonly { readonly actions: readonly TableAction[]; readonly partitions: readonly string[] }[];
  /** Queries of an index, on the partitions of that index. */
  readonly indexes?: readonly { readonly index: 'listing' | 'unpublished'; readonly partitions: readonly string[] }[];
}
