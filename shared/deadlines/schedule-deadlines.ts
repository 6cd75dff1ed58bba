import { createHash } from 'node:crypto';
import type { AlertChanged } from '../contracts/events/alert-changed.ts';
import type { AlertId } from '../alerts/rules.ts';
import { fromTimestamp, toTimestamp } from '../kernel/clock.ts';
import type { EpochMilliseconds } from '../kernel/clock.ts';
import type { ShopId } from '../kernel/ids.ts';
import type { AlertDeadline } from '../contracts/messages/alert-deadline.ts';
import { deadlinesOf } from './rules.ts';
import type { TimedAlert } from './rules.ts';
import type { Schedules } from './schedule-sender.ts';

/**
 * Makes a schedule for each instant at which something becomes due for an alert that waits. The event alone says when:
 * one that is late or out of order makes schedules that find nothing to do. None is taken back, for the same reason.
 */
export function scheduleDeadlines(schedules: Schedules): (news: AlertChanged) => Promise<void> {
  return async (news) => {
    const { shopId, alertId } = news;
    await Promise.all(
      deadlinesOf(timesTold(news)).map(({ purpose, at }) =>
        schedules.add({
          name: `${alertName(shopId, alertId)}.${purpose}.${at}`,
          at,
          message: { version: 1, shopId, alertId, due: toTimestamp(at) } satisfies AlertDeadline,
        }),
      ),
    );
  };
}

/** Of a length that leaves room in a schedule's name, whatever the IDs are. */
function alertName(shopId: ShopId, alertId: AlertId): string {
  return createHash('sha256').update(`${shopId}#${alertId}`).digest('base64url').slice(0, 22);
}

function timesTold({ status, change, raisedAt, requestedAt, ...told }: AlertChanged): TimedAlert {
  const deadline = optionalInstant(told.respondBy);
  return {
    status,
    raisedAt: fromTimestamp(raisedAt),
    respondBy: deadline,
    deadlineGivenAt: optionalInstant(told.deadlineGivenAt),
    announcedFor: change === 'deadline_near' ? deadline : undefined,
    requestedAt: optionalInstant(requestedAt),
  };
}

function optionalInstant(timestamp: string | undefined): EpochMilliseconds | undefined {
  return timestamp === undefined ? undefined : fromTimestamp(timestamp);
}
