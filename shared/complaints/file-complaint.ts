import type { ComplainantScope } from '../access/scope.ts';
import type { SellerWrite } from '../access/seller-write.ts';
import { AppError } from '../kernel/errors.ts';
import type { NewId } from '../kernel/ids.ts';
import { retryOnChange } from '../kernel/retry-on-change.ts';
import { filedEvent } from './complaint-event.ts';
import { mayComplain } from './rules.ts';
import type { Complaint, LastComplaint } from './rules.ts';
import type { ComplaintStore } from './store.ts';

const mostRounds = 5;

const refusals = {
  not_ended: 'This shop has access: there is nothing to complain about.',
  one_is_open: 'A complaint of this shop is open already. It will be answered.',
};

/**
 * Files a shop's complaint about the end of its access, in one transaction with its event.
 *
 * @throws AppError `complaint_not_possible` while the shop has access, or while one is open; `unavailable`.
 */
export function fileComplaint(
  { store, newId }: { readonly store: ComplaintStore; readonly newId: NewId },
  { scope, now, use, read }: SellerWrite<LastComplaint | undefined, ComplainantScope>,
  text: string,
): Promise<Complaint> {
  const [complaintId, eventId] = [newId(), newId()];
  const recorded = use && { use, outcome: { complaintId, filedAt: now } };
  return retryOnChange({
    mostRounds,
    changesTooFast: "The shop's access is changing too fast. Nothing was filed; try again.",
    read,
    decide({ access, loaded: last }) {
      const may = mayComplain(access, last);
      if (may !== 'yes') throw new AppError('complaint_not_possible', refusals[may]);
      const { shopId, actor } = scope;
      const complaint: Complaint = { complaintId, shopId, state: 'open', text, filedAt: now, endedAt: access.since };
      const event = filedEvent({ eventId, actor, at: now }, complaint);
      return { type: 'write', write: { complaint, access, last, event, recorded }, result: complaint };
    },
    save: (write) => store.file(scope, write),
  });
}
