import type { Schemas } from '../../../clients/seller-client.ts';

type Due = Pick<Schemas['Alert'], 'alertId' | 'status' | 'severity' | 'respondBy' | 'raisedAt'>;

const weights = { high: 0, medium: 1, low: 2 } as const;

/**
 * Which alert comes after one that was answered: of those that can still be answered the one that is due first. Of two
 * that are due at once the severer, then the older. Without a deadline there is time.
 *
 * @param answered what was just acted upon: lists may still show it as open.
 * @param now milliseconds since 1970.
 */
export function nextAlert<Alert extends Due>(
  alerts: readonly Alert[],
  answered: ReadonlySet<string>,
  now: number,
): Alert | undefined {
  return alerts
    .filter(({ alertId, status }) => status === 'open' && !answered.has(alertId))
    .filter(({ respondBy }) => respondBy === undefined || Date.parse(respondBy) > now)
    .toSorted(
      (one, other) =>
        dueOf(one) - dueOf(other) ||
        weights[one.severity] - weights[other.severity] ||
        Date.parse(one.raisedAt) - Date.parse(other.raisedAt),
    )[0];
}

/** Two alerts without a deadline are equal: a difference of infinities would be none. */
const dueOf = ({ respondBy }: Due): number =>
  respondBy === undefined ? Number.MAX_SAFE_INTEGER : Date.parse(respondBy);
