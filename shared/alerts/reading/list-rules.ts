import type { AlertStatus } from '../../kernel/words/alerts.ts';
import type { AlertKind } from '../rules.ts';

/** The list's parts: alerts that wait for somebody, by deadline; then those that have ended, newest first. */
export type Part = 'open' | 'closed';
/** Where a page begins: behind this entry of a part's merged list, or at the part's head. */
export interface ListPosition {
  readonly part: Part;
  /** Sort key in the index; absent at the head. */
  readonly behind?: string;
}
interface Filter {
  readonly kind?: AlertKind | undefined;
  readonly status?: AlertStatus | undefined;
}
export type Order = 'ascending' | 'descending';

export const orderOf: Readonly<Record<Part, Order>> = { open: 'ascending', closed: 'descending' };

/** The parts that can hold alerts of a status, in the list's order. */
export function partsOf(status: AlertStatus | undefined): readonly Part[] {
  if (status === undefined) return ['open', 'closed'];
  return status === 'open' || status === 'action_requested' ? ['open'] : ['closed'];
}

/** The kinds that can have such alerts in a part. Fraud outcomes, of which there may be very many, are over when they are told. */
export function kindsOf(part: Part, { kind, status }: Filter): readonly AlertKind[] {
  const outcomes = part === 'closed' && (status === undefined || status === 'resolved');
  const kinds = ['security_alert_order', 'risk_refund', ...(outcomes ? (['fraud_outcome'] as const) : [])] as const;
  return kinds.filter((one) => kind === undefined || one === kind);
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
