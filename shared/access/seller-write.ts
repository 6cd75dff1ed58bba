import type { IdempotentUse } from '../idempotency/record.ts';
import type { EpochMilliseconds } from '../kernel/clock.ts';
import type { Access } from './rules.ts';
import type { ShopScope } from './scope.ts';

/** What was read for a seller whose shop's access is active, as of the same read. */
export interface Admitted<Loaded> {
  readonly access: Access;
  readonly loaded: Loaded;
}

/** One seller's write, as its use case gets it: who, when, once for which key, and what it is decided on. */
export interface SellerWrite<Loaded, Scope = ShopScope> {
  readonly scope: Scope;
  /** Of the request: the same in every round. */
  readonly now: EpochMilliseconds;
  /** To be saved with its outcome in the write's own transaction. */
  readonly use: IdempotentUse | undefined;
  /**
   * For `retryOnChange`: what came with the request, or as it is now. A second read ends the write when the access is no
   * longer active, and when a concurrent request has used the key: neither is the use case's to judge.
   */
  read(again: boolean): Promise<Admitted<Loaded>>;
}
