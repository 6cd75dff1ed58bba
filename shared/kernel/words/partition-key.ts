import type * as partitions from './partitions.ts';

/** What the key of a partition of the table, or of one of its indexes, begins with. */
export type Partition = (typeof partitions)[keyof typeof partitions];

/** A whole key, which begins as grants know it. */
export type PartitionKey = `${Partition}${string}`;
