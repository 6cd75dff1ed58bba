import type { Schemas } from '../../../clients/seller-client.ts';
import type { Block } from './queries.ts';

/** What becomes of a block when it is changed, and what when two people change it at once. */

export type BlockChange = Schemas['BlockChange'];

/** What a seller writes of a block. */
export interface Details {
  readonly reason: Block['reason'];
  readonly note: string;
}

export const longestNote = 1000;

export const detailsOf = ({ reason, note }: Pick<Block, 'reason' | 'note'>): Details => ({ reason, note: note ?? '' });

/** A blank note is none; one needs something to read where the reason says nothing. */
export function detailsProblem({ reason, note }: Details): 'noteNeeded' | 'noteTooLong' | undefined {
  if (note.length > longestNote) return 'noteTooLong';
  return reason === 'other' && note.trim() === '' ? 'noteNeeded' : undefined;
}

/** What a form says of a block: what was not touched in it is as the block has it, also if somebody else changes that meanwhile. */
export function withTouched(current: Details, touched: Partial<Details>): Details {
  return { ...current, ...touched };
}

/** What to send so that the block has these details. Nothing, if it has them. */
export function changeOf(current: Details, mine: Details): BlockChange | undefined {
  const note = mine.note.trim() === '' ? null : mine.note;
  const change = {
    ...(mine.reason !== current.reason && { reason: mine.reason }),
    ...(note !== (current.note === '' ? null : current.note) && { note }),
  };
  return Object.keys(change).length === 0 ? undefined : change;
}

export type Difference =
  | { readonly field: 'reason'; readonly before: Block['reason']; readonly after: Block['reason'] }
  | { readonly field: 'scope'; readonly before: Block['scope']; readonly after: Block['scope'] }
  | { readonly field: 'note' | 'end'; readonly before: string | undefined; readonly after: string | undefined };

/** What somebody else has changed between two states of a block. */
export function differencesBetween(base: Block, current: Block): readonly Difference[] {
  const differences: readonly Difference[] = [
    { field: 'reason', before: base.reason, after: current.reason },
    { field: 'scope', before: base.scope, after: current.scope },
    { field: 'end', before: base.expiresAt, after: current.expiresAt },
    { field: 'note', before: base.note, after: current.note },
  ];
  return differences.filter(({ before, after }) => before !== after);
}

/** When a block ends whose duration is counted from now; nothing, if it does not. */
export function endOf(duration: Block['duration'], now: number): string | undefined {
  return duration === 'permanent' ? undefined : new Date(now + 90 * 86_400_000).toISOString();
}
