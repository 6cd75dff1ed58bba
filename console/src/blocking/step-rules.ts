import type { Schemas } from '../../../clients/seller-client.ts';
import { detailsProblem } from '../block-list/change-rules.ts';

/** How a buyer comes onto the Block List: who, why and how, check; and what is asked for in each step. */

export const steps = ['who', 'how', 'check'] as const;
export type Step = (typeof steps)[number];

type NewBlock = Schemas['NewBlock'];

/** What was chosen and typed so far about one buyer. It outlives a reload and a session. */
export interface BlockDraft {
  /** The exact name under which the person has confirmed the buyer. Under another one it is asked again. */
  readonly confirmedAs: string | null;
  readonly reason: NewBlock['reason'] | null;
  readonly note: string;
  readonly scope: NewBlock['scope'];
  readonly duration: NewBlock['duration'];
  /** When it was sent, as long as no answer has come: RFC 3339. */
  readonly sentAt: string | null;
}

/** The gentler choices hold until another is made. A reason has to be given. */
export const emptyDraft: BlockDraft = {
  confirmedAs: null,
  reason: null,
  note: '',
  scope: 'user_id_only',
  duration: '90_days',
  sentAt: null,
};

interface Target {
  readonly buyerId: string;
  readonly username: string;
  readonly isBlocked: boolean;
}

/** The step that is asked for, or the first one before it that is not done. */
export function stepOf(asked: string | null, buyer: Target, draft: BlockDraft): Step {
  const wanted = steps.find((step) => step === asked) ?? 'who';
  if (wanted === 'who' || buyer.isBlocked || draft.confirmedAs !== buyer.username) return 'who';
  return wanted === 'check' && draftProblems(draft) ? 'how' : wanted;
}

export interface DraftProblems {
  readonly reason: boolean;
  readonly note: ReturnType<typeof detailsProblem>;
}

export function draftProblems({ reason, note }: BlockDraft): DraftProblems | undefined {
  const problem = detailsProblem({ reason: reason ?? 'harassment', note });
  return reason === null || problem ? { reason: reason === null, note: problem } : undefined;
}

/** Whether the buyer whom the person has confirmed is called otherwise now. */
export function wasRenamed({ username }: Target, { confirmedAs }: BlockDraft): boolean {
  return confirmedAs !== null && confirmedAs !== username;
}

/** Clocks of browsers are wrong by minutes. */
const wrongMilliseconds = 5 * 60_000;

/** Whether a block is what this person has sent, although the answer never came: the connection broke, or the page was loaded again. */
export function isOwnBlock(
  { sentAt }: BlockDraft,
  block: { readonly createdBy: string; readonly createdAt: string },
  subject: string,
): boolean {
  if (sentAt === null || block.createdBy !== subject) return false;
  return Date.parse(block.createdAt) >= Date.parse(sentAt) - wrongMilliseconds;
}

/** @param alert from which it is made; one about somebody else is left out. */
export function newBlockOf(
  { buyerId }: Target,
  draft: BlockDraft,
  alert: { readonly alertId: string; readonly buyerId: string } | undefined,
): NewBlock | undefined {
  const { confirmedAs, reason, note, scope, duration } = draft;
  if (confirmedAs === null || reason === null || draftProblems(draft)) return undefined;
  return {
    buyerId,
    username: confirmedAs,
    reason,
    ...(note.trim() !== '' && { note }),
    scope,
    duration,
    ...(alert?.buyerId === buyerId && { alertId: alert.alertId }),
  };
}

/** Refusals that say that what is shown of buyer or shop is old. */
const outdated: ReadonlySet<string> = new Set([
  'already_blocked',
  'username_mismatch',
  'buyer_not_found',
  'block_list_full',
  'daily_block_limit_reached',
]);

export const isOutdated = (code: string | undefined): boolean => code !== undefined && outdated.has(code);
