import { accessEvent } from '../access/access-event.ts';
import { grantAgain } from '../access/rules.ts';
import type { OpsScope } from '../access/scope.ts';
import type { EpochMilliseconds } from '../kernel/clock.ts';
import { AppError } from '../kernel/errors.ts';
import type { NewId } from '../kernel/ids.ts';
import { retryOnChange } from '../kernel/retry-on-change.ts';
import { decidedEvent } from './complaint-event.ts';
import { decideComplaint as decide } from './rules.ts';
import type { Ruling } from './rules.ts';
import type { ComplaintStore, ComplaintWithAccess } from './store.ts';

const mostRounds = 5;

const refusals = {
  decided: 'The complaint has been decided already, in other words. Nothing was changed.',
  granted_meanwhile: 'The shop has been given access otherwise: the complaint can only be upheld. Nothing was changed.',
  ended_again:
    'The shop has been given access otherwise, which has ended again: that is not what the complaint is about, so it can only be rejected. Nothing was changed.',
};

/**
 * Decides a complaint in one transaction: upheld, it gives the access back in the same one. Repeated in the same words, it is
 * answered again.
 *
 * @throws AppError `not_found`, `complaint_not_possible`, `unavailable`.
 */
export function decideComplaint(
  { store, newId }: { readonly store: ComplaintStore; readonly newId: NewId },
  scope: OpsScope,
  { complaintId, ...ruling }: Ruling & { readonly complaintId: string },
  now: EpochMilliseconds,
): Promise<ComplaintWithAccess> {
  const ids = { granted: newId(), decided: newId() };
  return retryOnChange({
    mostRounds,
    changesTooFast: 'The complaint or the access is changing too fast. Nothing was decided; try again.',
    read: () => store.find(scope, complaintId),
    decide(found) {
      if (!found) throw new AppError('not_found', 'There is no such complaint.');
      const { access, last } = found;
      const decision = decide(found.complaint, access, ruling, now);
      if (decision.type === 'is_so') return { type: 'end', result: found };
      if (decision.type === 'refuse') throw new AppError('complaint_not_possible', refusals[decision.because]);
      const { complaint } = decision;
      const granted = decision.grants ? grant(scope, complaint.shopId, found, ids.granted, now) : undefined;
      const event = decidedEvent({ eventId: ids.decided, actor: scope.actor, at: now }, complaint, ruling.outcome);
      const result = { complaint, access: granted?.access ?? access };
      return { type: 'write', write: { complaint, access, last, event, granted }, result };
    },
    save: (write) => store.decide(scope, write),
  });
}

function grant(
  scope: OpsScope,
  shopId: string,
  { access: current }: ComplaintWithAccess,
  eventId: string,
  at: EpochMilliseconds,
) {
  const { access, event: type } = grantAgain(current, at);
  return { access, event: accessEvent(type, { eventId, shopId, at }, scope.actor, access) };
}
