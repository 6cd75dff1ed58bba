/** A state of an object: what its `ETag` begins with, and what `If-Match` compares. */
export interface EntityVersion {
  readonly id: string;
  /** Grows with each change; begins anew with another ID. */
  readonly revision: number;
}
