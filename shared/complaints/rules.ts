import type { Access } from '../access/rules.ts';
import type { EpochMilliseconds } from '../kernel/clock.ts';
import type { ShopId } from '../kernel/ids.ts';
import type { ComplaintOutcome, ComplaintState } from '../kernel/words/complaints.ts';

/** A shop's complaint about one end of its access. */
export interface Complaint {
  readonly complaintId: string;
  readonly shopId: ShopId;
  readonly state: ComplaintState;
  /** The seller's words. */
  readonly text: string;
  readonly filedAt: EpochMilliseconds;
  /** When the access ended that it is about: by this an end is told from those before and after. */
  readonly endedAt: EpochMilliseconds;
  readonly decidedAt?: EpochMilliseconds;
  /** The words of ops to the shop. */
  readonly answer?: string;
}

/** The last complaint of a shop, as far as the next one depends on it. */
export type LastComplaint = Pick<Complaint, 'complaintId' | 'endedAt' | 'state' | 'decidedAt'>;

type AccessNow = Pick<Access, 'state' | 'since'>;

/** Whether the shop's access has ended, and by this very end. */
export function isAbout({ endedAt }: Pick<Complaint, 'endedAt'>, access: AccessNow | undefined): boolean {
  return access?.state === 'terminated' && access.since === endedAt;
}

/** Whether it is by this complaint that a shop has its access: both were written in one instant. */
export function isGrantedBy(last: LastComplaint | undefined, { state, since }: AccessNow): boolean {
  return last?.state === 'upheld' && state === 'active' && last.decidedAt === since;
}

/** Whether a shop may complain now. A complaint that is still open about an end before is none about this one. */
export function mayComplain(access: AccessNow, last: LastComplaint | undefined): 'yes' | 'not_ended' | 'one_is_open' {
  if (access.state !== 'terminated') return 'not_ended';
  return last?.state === 'open' && isAbout(last, access) ? 'one_is_open' : 'yes';
}

export interface Ruling {
  readonly outcome: ComplaintOutcome;
  readonly text: string;
}

export type ComplaintDecision =
  | { readonly type: 'decide'; readonly complaint: Complaint; readonly grants: boolean }
  /** It was decided by the same words. */
  | { readonly type: 'is_so' }
  | { readonly type: 'refuse'; readonly because: 'decided' | 'granted_meanwhile' | 'ended_again' };

/**
 * What ops' ruling does. It may not contradict what the access has become since: one that was granted otherwise is no longer
 * to be refused, and one that has ended again did so for a reason that this complaint is not about.
 */
export function decideComplaint(
  complaint: Complaint,
  access: AccessNow,
  { outcome, text }: Ruling,
  now: EpochMilliseconds,
): ComplaintDecision {
  if (complaint.state !== 'open') {
    const isSo = complaint.state === outcome && complaint.answer === text;
    return isSo ? { type: 'is_so' } : { type: 'refuse', because: 'decided' };
  }
  const hasEnded = isAbout(complaint, access);
  if (!hasEnded && outcome === 'upheld' && access.state !== 'active') return { type: 'refuse', because: 'ended_again' };
  if (outcome === 'rejected' && access.state === 'active') return { type: 'refuse', because: 'granted_meanwhile' };
  const decided = { ...complaint, state: outcome, decidedAt: now, answer: text };
  return { type: 'decide', complaint: decided, grants: hasEnded && outcome === 'upheld' };
}
