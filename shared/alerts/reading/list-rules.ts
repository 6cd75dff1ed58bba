import type { EpochMilliseconds } from '../../kernel/clock.ts';
import type { BuyerId } from '../../kernel/ids.ts';
import type { AlertStatus } from '../../kernel/words/alerts.ts';
import type { AlertKind, Severity } from '../rules.ts';

/** The list's parts: alerts that wait for somebody, by deadline; then those that have ended, newest first. */
export type Part = 'open' | 'closed';
/** Where a page begins: behind this entry of a part's merged list, or at the part's head. */
export interface ListPosition {
  readonly part: Part;
  /** Sort key in the index; absent at the head. */
  readonly behind?: string;
}
/** What is asked for; what is given must hold together. */
export interface AlertFilter {
  readonly kind?: AlertKind | undefined;
  readonly status?: AlertStatus | undefined;
  readonly severity?: Severity | undefined;
  readonly buyerId?: BuyerId | undefined;
  /** With a deadline before this instant. */
  readonly dueBefore?: EpochMilliseconds | undefined;
}
export type Order = 'ascending' | 'descending';

export const orderOf: Readonly<Record<Part, Order>> = { open: 'ascending', closed: 'descending' };

/** The parts that can hold alerts of a status, in the list's order. */
export function partsOf(status: AlertStatus | undefined): readonly Part[] {
  if (status === undefined) return ['open', 'closed'];
  return status === 'open' || status === 'action_requested' ? ['open'] : ['closed'];
}

/** The kinds that can have such alerts in a part. Fraud outcomes, of which there may be very many, are over when they are told: they have no deadline. */
export function kindsOf(part: Part, { kind, status, dueBefore }: AlertFilter): readonly AlertKind[] {
  const outcomes = part === 'closed' && (status === undefined || status === 'resolved') && dueBefore === undefined;
  const kinds = ['security_alert_order', 'risk_refund', ...(outcomes ? (['fraud_outcome'] as const) : [])] as const;
  return kinds.filter((one) => kind === undefined || one === kind);
}

/**
 * How much of each partition is looked at for one page, in rounds while the page is not full. What stands in the index's own
 * order needs one entry more than is shown, to tell whether there are more. The rest is filtered out of what was read: at first
 * a little, since most filters often match; then so much that a rare one does not take a request for each hundred.
 */
export function roundsOf(part: Part, { status, severity, buyerId, dueBefore }: AlertFilter): readonly number[] {
  // Nearly all that wait are open, and those that wait stand by their deadlines.
  const fewMatch = (status !== undefined && status !== 'open') || severity !== undefined || buyerId !== undefined;
  return fewMatch || (part === 'closed' && dueBefore !== undefined) ? [100, 1_000] : [0];
}

/** An index entry: `listSk` is where it stands in its partition. */
export interface Listed {
  readonly listSk: string;
}

/** What one query of one partition found, in the list's order. */
export interface PartitionRead<Entry extends Listed> {
  readonly entries: readonly Entry[];
  /** How far it was read, when there may be more behind. */
  readonly readUntil?: string | undefined;
}

/**
 * One page of several partitions that were read from the same position on, merged. Behind the point up to which
 * all of them were read nothing is shown: there an entry of a partition that was read less far could be missing.
 *
 * @returns `next`: the position to go on from; `undefined` when all partitions were read to their ends and are shown.
 */
export function mergePage<Entry extends Listed>(
  reads: readonly PartitionRead<Entry>[],
  order: Order,
  limit: number,
): { readonly shown: readonly Entry[]; readonly next?: string | undefined } {
  const sign = order === 'ascending' ? 1 : -1;
  const compare = (a: string, b: string): number => (a === b ? 0 : a < b ? -sign : sign);
  const [horizon] = reads.flatMap(({ readUntil }) => (readUntil === undefined ? [] : [readUntil])).toSorted(compare);
  const certain = reads
    .flatMap(({ entries }) => entries)
    .filter(({ listSk }) => horizon === undefined || compare(listSk, horizon) <= 0)
    .toSorted((a, b) => compare(a.listSk, b.listSk));
  const shown = certain.slice(0, limit);
  return { shown, next: certain.length > limit ? shown.at(-1)?.listSk : horizon };
}
