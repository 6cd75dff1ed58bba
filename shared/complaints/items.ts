import { activityRetentionMilliseconds } from '../events/outbox.ts';
import type { ShopId } from '../kernel/ids.ts';
import { toTimestamp, toTtl } from '../kernel/clock.ts';
import type { ComplaintState } from '../kernel/words/complaints.ts';
import type { Item } from '../table/batch-get.ts';
import { complaintKey, complaintsListing, lastComplaintKey } from '../table/keys.ts';
import type { Complaint, LastComplaint } from './rules.ts';

/**
 * The only place where its words are: neither events nor records of a key hold them. Once decided, it stays as long as the
 * activity that says so.
 */
export function complaintItem(complaint: Complaint): Item {
  const { complaintId, state, decidedAt } = complaint;
  return {
    ...complaintKey(complaintId),
    ...complaint,
    listPk: complaintsListing(state),
    listSk: complaintId,
    ...(decidedAt === undefined ? {} : { ttl: toTtl(decidedAt + activityRetentionMilliseconds) }),
  };
}

export function toComplaint(item: Item | undefined): Complaint | undefined {
  if (!item) return undefined;
  const { complaintId, shopId, state, text, filedAt, endedAt, decidedAt, answer } = item;
  return {
    complaintId: String(complaintId),
    shopId: String(shopId),
    state: state as ComplaintState,
    text: String(text),
    filedAt: Number(filedAt),
    endedAt: Number(endedAt),
    ...(decidedAt === undefined ? {} : { decidedAt: Number(decidedAt) }),
    ...(answer === undefined ? {} : { answer: String(answer) }),
  };
}

/** For ever, one for each shop: IDs and times. */
export function lastComplaintItem(shopId: ShopId, { complaintId, endedAt, state, decidedAt }: LastComplaint): Item {
  const decided = decidedAt === undefined ? {} : { decidedAt };
  return { ...lastComplaintKey(shopId), complaintId, endedAt, state, ...decided };
}

export function toLastComplaint(item: Item | undefined): LastComplaint | undefined {
  if (!item) return undefined;
  const { complaintId, endedAt, state, decidedAt } = item;
  return {
    complaintId: String(complaintId),
    endedAt: Number(endedAt),
    state: state as ComplaintState,
    ...(decidedAt === undefined ? {} : { decidedAt: Number(decidedAt) }),
  };
}

/** As the API shows it to the shop. */
export function toComplaintReply({
  complaintId,
  state,
  text,
  filedAt,
  decidedAt,
  answer,
}: Omit<Complaint, 'shopId' | 'endedAt'>) {
  return {
    complaintId,
    state,
    text,
    filedAt: toTimestamp(filedAt),
    ...(decidedAt === undefined ? {} : { decidedAt: toTimestamp(decidedAt) }),
    ...(answer === undefined ? {} : { answer }),
  };
}
