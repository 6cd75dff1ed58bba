/** What the parent and a process under measurement say to each other. */
export interface Check {
  readonly shopId: string;
  readonly buyerId: string;
}

/** One request's checks, and how each of them is to be decided. */
export interface Scenario {
  readonly name: string;
  /** Taken in turn. */
  readonly requests: readonly (readonly Check[])[];
  readonly decision: 'allow' | 'deny';
  /** Buyers come with a new checkout each time, or try the same one again: a stop that is on record is not recorded again. */
  readonly checkouts: 'new' | 'again';
  /** Each run goes on where the last one ended: all buyers come before any of them comes again. */
  readonly goesOn?: true;
}

export type Order =
  | { readonly type: 'prepare'; readonly scenario: Scenario }
  | { readonly type: 'run'; readonly scenario: string; readonly calls: number }
  /** Only in a process with `--expose-gc` and a young generation that holds all calls. */
  | { readonly type: 'allocate'; readonly scenario: string; readonly calls: number }
  /** Calls of several kinds, one after the other in just this order; each has to be answered with this status. */
  | { readonly type: 'sequence'; readonly events: readonly unknown[]; readonly status: number };

/** Of sequential calls. */
export interface Run {
  readonly cpuMicroseconds: number;
  /** Of each call, ascending. */
  readonly milliseconds: readonly number[];
  /** Answers in which at least one decision is degraded. */
  readonly degraded: number;
  /** Answers that are not degraded, and not as expected. */
  readonly wrong: number;
}

export interface Allocation {
  /** On the JavaScript heap, for each call. */
  readonly bytes: number;
}

/** Of the calls of a sequence, in its order. */
export interface Sequence {
  readonly milliseconds: readonly number[];
}

export type Reply = { readonly result: Run | Allocation | Sequence | undefined } | { readonly failure: string };
