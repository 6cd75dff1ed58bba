import type { Block } from './queries.ts';

/** A row as it is now, at the place where it was when the list was drawn. */
export interface HeldRow {
  readonly block: Block;
  /** Removed or ended since: it says so in its place, so that no row moves under the pointer. */
  readonly isGone: boolean;
}

/**
 * @param held what the list was drawn from.
 * @param current what is known now.
 * @param now milliseconds since 1970.
 */
export function heldRows(held: readonly Block[], current: readonly Block[], now: number): readonly HeldRow[] {
  const byId = new Map(current.map((block) => [block.blockId, block]));
  return held.map((before) => {
    const block = byId.get(before.blockId) ?? before;
    return { block, isGone: !byId.has(before.blockId) || hasEnded(block, now) };
  });
}

/** How many were added since, and wait. */
export function waitingCount(held: readonly Block[], current: readonly Block[]): number {
  const shown = new Set(held.map(({ blockId }) => blockId));
  return current.filter(({ blockId }) => !shown.has(blockId)).length;
}

export function hasEnded({ expiresAt }: Pick<Block, 'expiresAt'>, now: number): boolean {
  return expiresAt !== undefined && Date.parse(expiresAt) <= now;
}
